import { foldText, newId } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationNames, saveOrganisationRecords } from '@qantara/organisations/server';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import {
  openingsOf,
  PART_OBJECTS,
  phoneKindOf,
  type AnyRow,
  type DirectoryRecord,
  type PartObject,
} from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { refreshFilterColumns } from '../search/filter-columns-store.ts';
import { columnsOf } from './columns.ts';
import {
  languageCodesOf,
  locationColumnsOf,
  organisationOf,
  serviceColumnsOf,
  type Ground,
  type Origin,
} from './home-columns.ts';
import { insertRows, removeRowsOf, updateOnConflict, type OwnTable } from './insert-rows-store.ts';
import { listNeeds } from './need-store.ts';
import { saveVocabulary } from './search-words-store.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
/** A record to write, and where it first came from. */
export type RecordToSave = { record: DirectoryRecord; origin: Origin };

function only<O extends DirectoryRecord['object']>(given: RecordToSave[], object: O) {
  return given.filter((one): one is RecordToSave & { record: DirectoryRecord<O> } => one.record.object === object);
}

const idsOf = (given: RecordToSave[]): string[] => given.map(({ record }) => record.id);

function foldedNamesOf(area: Area): string[] {
  return [area.code, area.name.ar, area.name.fr, area.name.en].flatMap((name) => (name ? [foldText(name)] : []));
}

async function loadGround(ctx: AnyCtx, services: DirectoryRecord<'service'>[]): Promise<Ground> {
  const organisationIds = services.flatMap(({ fields }) => fields.organization_id ?? []);
  return {
    organisations: await listOrganisationNames(ctx, organisationIds),
    needs: new Map((await listNeeds(ctx)).map((need) => [need.needCode, need])),
    areaNames: new Map((await listAreas(ctx)).map((area) => [area.areaId as string, foldedNamesOf(area)])),
  };
}

async function saveHomes(
  ctx: DirectoryCtx,
  table: 'directory.service' | 'directory.location',
  rows: Record<string, unknown>[],
): Promise<void> {
  const key = table === 'directory.service' ? 'service_id' : 'location_id';
  await insertRows(ctx.db, table, {
    rows,
    conflict: updateOnConflict([key], Object.keys(rows[0] ?? {}), ['created_at', 'source', 'source_id']),
  });
}

function partRow(object: PartObject, row: AnyRow, record: DirectoryRecord): Record<string, unknown> {
  const columns = { home_id: record.id, ...columnsOf(object, row) };
  if (object !== 'phone') return columns;
  return {
    ...columns,
    kind: phoneKindOf(row['type'] as string | null),
    languages: languageCodesOf(record, (language) => language.phone_id === row.id),
  };
}

async function saveParts(ctx: DirectoryCtx, records: DirectoryRecord[]): Promise<void> {
  const ids = records.map(({ id }) => id);
  for (const object of PART_OBJECTS) {
    const table: OwnTable = `directory.${object}`;
    await removeRowsOf(ctx.db, table, { column: 'home_id', ids });
    const rows = records.flatMap((record) =>
      ((record.parts[object] ?? []) as AnyRow[]).map((row) => partRow(object, row, record)),
    );
    await insertRows(ctx.db, table, { rows });
  }
}

/** What a search asks is written beside what the source says: openings, needs, areas. */
async function saveDerived(ctx: DirectoryCtx, services: DirectoryRecord<'service'>[]): Promise<void> {
  const ids = services.map(({ id }) => id);
  const of = (rowsOf: (record: DirectoryRecord<'service'>) => Record<string, unknown>[]) =>
    services.flatMap((record) => rowsOf(record).map((row) => ({ service_id: record.id, ...row })));
  const tables: [OwnTable, Record<string, unknown>[]][] = [
    ['directory.opening', of(({ parts }) => openingsOf(parts).map((opening) => ({ opening_id: newId(), ...opening })))],
    ['directory.service_need', of(({ fields }) => [...new Set(fields.need_codes)].map((need_code) => ({ need_code })))],
    ['directory.area_served', of(({ fields }) => [...new Set(fields.area_ids)].map((area_id) => ({ area_id })))],
  ];
  for (const [table, rows] of tables) {
    await removeRowsOf(ctx.db, table, { column: 'service_id', ids });
    await insertRows(ctx.db, table, { rows });
  }
}

/**
 * Writes records whole, with everything that belongs to them, organisations first and services last: a few statements for a
 * thousand. What they refer to is there already, or among them.
 */
export async function saveRecords(anyCtx: AnyCtx, given: RecordToSave[]): Promise<void> {
  if (given.length === 0) return;
  const ctx = withTables<DirectoryTables>(anyCtx);
  await saveOrganisationRecords(
    ctx,
    only(given, 'organization').map(({ record, origin }) => organisationOf(record, origin)),
  );
  const locations = only(given, 'location').map(({ record, origin }) => locationColumnsOf(record, origin, ctx.now));
  await saveHomes(ctx, 'directory.location', locations);
  const services = only(given, 'service');
  if (services.length > 0) {
    const ground = await loadGround(
      ctx,
      services.map(({ record }) => record),
    );
    const rows = services.map(({ record, origin }) => serviceColumnsOf(record, origin, { ground, now: ctx.now }));
    await saveHomes(ctx, 'directory.service', rows);
    await saveVocabulary(ctx.db, rows);
  }
  await saveParts(
    ctx,
    given.map(({ record }) => record),
  );
  await saveDerived(
    ctx,
    services.map(({ record }) => record),
  );
  await refreshFilterColumns(ctx, { serviceIds: idsOf(services), locationIds: idsOf(only(given, 'location')) });
}
