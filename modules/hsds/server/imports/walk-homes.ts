import { foldText, type LocalizedText } from '@qantara/kernel';
import {
  canonical,
  HOME_OBJECTS,
  isText,
  type AnyRow,
  type HomeObject,
  type ObjectName,
} from '@qantara/directory/domain';
import { derivedId, idFor, listHiddenIds, listNeeds, resolveRecordIds, type SaidOf } from '@qantara/directory/server';
import { listAreas } from '@qantara/territory/server';
import {
  areaIdsByName,
  assemble,
  needRulesOf,
  needsOfTerm,
  withTranslation,
  type Assembled,
  type AssemblyGround,
  type ImportReport,
  type Naming,
  type StagedRow,
} from '../../domain/index.ts';
import { isColumnTerm, withoutColumnTerm } from '../column-taxonomy.ts';
import { isNeedTerm, needOfTerm } from '../need-taxonomy.ts';
import { loadNeedTerms } from './need-terms-file.ts';
import { OpenPlaces } from './open-places.ts';
import { loadProtectRule } from './places-to-protect-file.ts';
import { listStagedHomes, listStagedStanding } from './staging-store.ts';
import type { HsdsCtx, Turn } from './turn.ts';

/** Records of one kind, put together, with what they are called here. */
export type HomePage = { object: HomeObject; said: SaidOf[]; assembled: Map<string, Assembled> };

const PAGE = 500;
/** Organisations before locations before services: each before what belongs to it. */
const ORDER: readonly HomeObject[] = HOME_OBJECTS;
const REFERENCES: readonly [field: string, object: HomeObject][] = [
  ['organization_id', 'organization'],
  ['parent_organization_id', 'organization'],
  ['location_id', 'location'],
  ['service_id', 'service'],
];

const codeOf = (row: AnyRow): string => (typeof row['code'] === 'string' ? row['code'] : row.id);

/** What of ours the words of a source are read by, once for all its records. */
async function loadGround(ctx: HsdsCtx, standing: StagedRow[], report: ImportReport): Promise<AssemblyGround> {
  const ours = new Set((await listNeeds(ctx)).map((need) => need.needCode));
  const rules = needRulesOf(await loadNeedTerms());
  const terms = new Map<string, string[]>();
  for (const { object, row } of standing) {
    if (object !== 'taxonomy_term' || isColumnTerm(row)) continue;
    const name = Object.values((row['name'] ?? {}) as Record<string, string>)[0] ?? '';
    const own = needOfTerm(row, ours);
    const needs = own ?? needsOfTerm({ code: codeOf(row), name }, rules).filter((code) => ours.has(code));
    if (needs.length === 0) report.note('unmappedTerms', name === '' ? codeOf(row) : name);
    terms.set(row.id, needs);
  }
  const own = new Set(standing.filter(({ row }) => isNeedTerm(row, ours)).map(({ row }) => row.id));
  return {
    areaIds: areaIdsByName(await listAreas(ctx)),
    needsOf: (termId) => terms.get(termId) ?? [],
    isNeed: (termId) => own.has(termId),
  };
}

function namesIn(rows: StagedRow[]): Map<HomeObject, Set<string>> {
  const names = new Map<HomeObject, Set<string>>();
  const add = (object: HomeObject, name: unknown) => {
    if (typeof name === 'string' && name !== '') names.set(object, (names.get(object) ?? new Set()).add(name));
  };
  for (const { home, row } of rows) {
    if (home !== null) add(home.object, home.sourceId);
    for (const [field, object] of REFERENCES) add(object, row[field]);
  }
  return names;
}

/** What the records that these rows name are called here. */
async function namingOf(ctx: HsdsCtx, source: string, rows: StagedRow[]): Promise<Naming> {
  const ids = new Map<string, string>();
  for (const [object, names] of namesIn(rows)) {
    const resolved = await resolveRecordIds(ctx, { source, object, sourceRecordIds: [...names] });
    for (const [name, id] of resolved) ids.set(`${object} ${name}`, id);
  }
  return {
    home: (object, sourceId) => ids.get(`${object} ${sourceId}`) ?? idFor(source, object, sourceId),
    part: (object, first = '', ...words) =>
      words.length === 0 ? idFor(source, object, first) : derivedId(source, object, first, ...words),
  };
}

function note(report: ImportReport, { home, content }: Assembled, ground: AssemblyGround): void {
  if (home.object !== 'service') return;
  const { need_codes } = content.fields as { need_codes?: string[] };
  if ((need_codes ?? []).length === 0) report.servicesWithoutNeed += 1;
  const said = (content.parts.service_area ?? []).flatMap((area) => Object.values(area.name ?? area.description ?? {}));
  for (const area of said)
    if (area !== undefined && !ground.areaIds.has(foldText(area))) report.note('unmatchedAreas', area);
}

async function readPage(
  ctx: HsdsCtx,
  of: {
    source: string;
    object: HomeObject;
    homes: Map<string, StagedRow[]>;
    ground: AssemblyGround;
    places: OpenPlaces;
    report: ImportReport;
  },
): Promise<HomePage> {
  const naming = await namingOf(ctx, of.source, [...of.homes.values()].flat());
  const page: HomePage = { object: of.object, said: [], assembled: new Map() };
  for (const [sourceId, rows] of of.homes) {
    const said = rows.map((one) => (one.object === 'attribute' ? { ...one, row: withoutColumnTerm(one.row) } : one));
    const whole = assemble({ home: { object: of.object, sourceId }, rows: said, naming, ground: of.ground });
    if (whole === undefined) continue;
    note(of.report, whole, of.ground);
    const recordId = naming.home(of.object, sourceId);
    of.places.see(of.object, recordId, { whole, report: of.report });
    page.said.push({ object: of.object, sourceRecordId: sourceId, recordId, content: whole.content, isEdit: false });
    page.assembled.set(recordId, whole);
  }
  return page;
}

/** Goes through everything that was staged, a few hundred records at a time, organisations first. */
export async function walkHomes(
  turn: Turn,
  of: { importId: string; source: string; report: ImportReport },
  visit: (ctx: HsdsCtx, page: HomePage) => Promise<void>,
): Promise<void> {
  const ground = await turn(async (ctx) => loadGround(ctx, await listStagedStanding(ctx.db, of.importId), of.report));
  const { locationIds } = await turn((ctx) => listHiddenIds(ctx));
  const places = new OpenPlaces(locationIds, await loadProtectRule());
  for (const object of ORDER) {
    let after: string | null = null;
    do
      after = await turn(async (ctx): Promise<string | null> => {
        const homes = await listStagedHomes(ctx.db, { importId: of.importId, object, after, limit: PAGE });
        if (homes.size > 0) await visit(ctx, await readPage(ctx, { ...of, object, homes, ground, places }));
        return homes.size < PAGE ? null : ([...homes.keys()].at(-1) ?? null);
      });
    while (after !== null);
  }
}

/** A row with its texts in the further languages that the package brought. */
function translated({ object, row }: StagedRow, translations: StagedRow[]): AnyRow {
  const whole: AnyRow = { ...row };
  for (const { row: translation } of translations) {
    const field = String(translation['field']);
    if (isText(object as ObjectName, field))
      whole[field] = withTranslation(whole[field] as LocalizedText | undefined, translation, translations);
  }
  return whole;
}

/** Vocabularies and units under the names of this house, and what is attached to them. */
export async function readStanding(
  ctx: HsdsCtx,
  of: { importId: string; source: string },
): Promise<{ object: string; row: AnyRow }[]> {
  const staged = await listStagedStanding(ctx.db, of.importId);
  const idOf = (object: string, id: unknown) => (typeof id === 'string' ? idFor(of.source, object, id) : null);
  const translations = Map.groupBy(
    staged.filter(({ object }) => object === 'translation'),
    ({ row }) => `${String(row['resource_type'])} ${String(row['resource_id'])}`,
  );
  const records = staged.filter(({ object }) => object !== 'translation');
  return records.map(({ object, home, row }) => {
    const own: AnyRow = {
      ...translated({ object, home, row }, translations.get(`${object} ${row.id}`) ?? []),
      id: row.id === '' ? derivedId(of.source, object, canonical(row)) : idFor(of.source, object, row.id),
    };
    if (object === 'taxonomy_term') {
      own['parent_id'] = idOf('taxonomy_term', row['parent_id']);
      own['taxonomy_id'] = idOf('taxonomy', row['taxonomy_id']);
    }
    return { object, row: own };
  });
}
