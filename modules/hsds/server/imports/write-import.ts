import { HOME_OBJECTS, type AnyRow, type HomeObject } from '@qantara/directory/domain';
import {
  endRecords,
  originalOf,
  saveBroughtHistory,
  saveStanding,
  saveStandingAttributes,
  saveTranslations,
  stateRecords,
  type Rebuilt,
  type Translation,
} from '@qantara/directory/server';
import { LOCALES, refuse, type Locale, type LocalizedText } from '@qantara/kernel';
import { ImportReport, isStanding, type Assembled } from '../../domain/index.ts';
import type { ImportCounts } from '../../contract/index.ts';
import { isColumnTerm } from '../column-taxonomy.ts';
import { isNeedTerm } from '../need-taxonomy.ts';
import { findImport, noteWalk, updateImport } from './import-store.ts';
import { listStagedNames, removeStaged } from './staging-store.ts';
import { turnIn, type HsdsCtx } from './turn.ts';
import { readStanding, walkHomes, type HomePage } from './walk-homes.ts';
import { listNeeds } from '@qantara/directory/server';

export const noCounts = (): ImportCounts =>
  Object.fromEntries(HOME_OBJECTS.map((object) => [object, { new: 0, changed: 0, same: 0, ended: 0 }])) as ImportCounts;

/** Adds what became of records to the counts of an import. */
export function count(counts: ImportCounts, object: HomeObject, of: { rebuilt: Rebuilt[]; unchanged: number }): void {
  const news = of.rebuilt.filter(({ isNew }) => isNew).length;
  const changed = of.rebuilt.filter(({ isNew, changes }) => !isNew && changes.length > 0).length;
  counts[object].new += news;
  counts[object].changed += changed;
  counts[object].same += of.unchanged + of.rebuilt.length - news - changed;
}

async function writeStanding(ctx: HsdsCtx, of: { importId: string; source: string }): Promise<void> {
  const ours = new Set((await listNeeds(ctx)).map((need) => need.needCode));
  const rows = await readStanding(ctx, of);
  for (const object of ['taxonomy', 'taxonomy_term', 'unit', 'meta_table_description'] as const)
    await saveStanding(
      ctx,
      object,
      rows
        .filter((one) => one.object === object && isStanding(one.object))
        .filter(({ row }) => !isNeedTerm(row, ours) && !isColumnTerm(row))
        .map(({ row }) => row),
    );
  await saveStandingAttributes(
    ctx,
    rows.filter(({ object }) => object === 'attribute').map(({ row }) => row),
  );
}

function textOf(assembled: Assembled, field: string): LocalizedText {
  const [object, id, name] = field.split(':');
  const row =
    id === undefined
      ? (assembled.content.fields as Record<string, unknown>)
      : ((assembled.content.parts as Record<string, AnyRow[]>)[object ?? '']?.find((one) => one.id === id) ?? {});
  return ((row as Record<string, unknown>)[name ?? field] ?? {}) as LocalizedText;
}

const ORIGINS = ['person', 'source', 'machine'] as const;

function originalIn({ from_language: fromLocale, from_text: fromText }: AnyRow) {
  const isKnown = typeof fromLocale === 'string' && LOCALES.includes(fromLocale as Locale);
  return isKnown && typeof fromText === 'string' ? { fromLocale, fromText } : undefined;
}

function translationsOf(recordId: string, assembled: Assembled): Translation[] {
  return assembled.translations.flatMap(({ field, locale, row }) => {
    const original = originalIn(row) ?? originalOf(textOf(assembled, field), locale);
    const origin = ORIGINS.find((one) => one === row['origin']);
    // Without a word on who translated it, it is a text in its own right.
    if (original === undefined || origin === undefined) return [];
    const by = typeof row['translated_by'] === 'string' ? row['translated_by'] : null;
    const translatedAt = typeof row['translated_at'] === 'string' ? row['translated_at'] : null;
    return [{ recordId, field, locale, origin, translatedBy: by, translatedAt, ...original }];
  });
}

async function writePage(ctx: HsdsCtx, source: string, page: HomePage) {
  const stated = await stateRecords(ctx, source, page.said);
  const records = [...page.assembled];
  await saveBroughtHistory(
    ctx,
    records.flatMap(([recordId, { metadata }]) => metadata.map((row) => ({ recordId, row }))),
  );
  await saveTranslations(
    ctx,
    records.flatMap(([recordId, assembled]) => translationsOf(recordId, assembled)),
  );
  return stated;
}

/** Writes all that was accepted and says so, in one transaction: all of it, or, if anything fails, nothing. */
export async function writeImport(ctx: HsdsCtx, importId: string): Promise<void> {
  const { source, rowsRefused } = (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
  const report = new ImportReport();
  const counts = noCounts();
  await writeStanding(ctx, { importId, source });
  await walkHomes(turnIn(ctx), { importId, source, report }, async (turn, page) =>
    count(counts, page.object, await writePage(turn, source, page)),
  );
  for (const object of HOME_OBJECTS.toReversed()) {
    const spokenOf = await listStagedNames(ctx.db, importId, object);
    const ended = await endRecords(ctx, { source, object, spokenOf });
    counts[object].ended = ended.length;
  }
  await noteWalk(ctx.db, importId, report);
  await removeStaged(ctx.db, importId);
  const saved = (object: HomeObject) => counts[object].new + counts[object].changed + counts[object].same;
  await updateImport(ctx.db, importId, {
    status: 'done',
    content: null,
    counts: JSON.stringify(counts),
    organisations_saved: saved('organization'),
    locations_saved: saved('location'),
    services_saved: saved('service'),
    services_ended: counts.service.ended,
    ended_at: new Date(),
  });
  const data = { source, services: saved('service'), organisations: saved('organization'), refused: rowsRefused };
  ctx.emit({ type: 'service_import.ended', subject: importId, data });
}
