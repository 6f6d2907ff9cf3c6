import type { LocalizedText } from '@qantara/kernel';
import type { AnyRow, DirectoryRecord, ObjectName } from '@qantara/directory/domain';
import { listMetadata, listRecordSources, listTranslations, type KnownTranslation } from '@qantara/directory/server';
import { indexRows, type RowIndex } from '../../domain/writing/nest-records.ts';
import {
  areaRows,
  columnTerms,
  needAttributes,
  readOrganisations,
  readBare,
  readPublic,
  readStanding,
  type Reader,
} from './reader.ts';

/** Records with everything that they name, as rows that find one another. */
export type Bundle = {
  index: RowIndex;
  rows: Map<ObjectName, AnyRow[]>;
  /** Our profile: where each record came from, and which of its texts are translations. */
  sources: Map<string, string>;
  translations: Map<string, KnownTranslation[]>;
};

export type Wanted = {
  services?: string[];
  organisations?: string[];
  locations?: string[];
  /** Not only what is named once, but all lists. */
  isFull: boolean;
  /** Only these records, without the others that they name. */
  isAlone?: boolean;
  /** Not even where services are given. */
  isBare?: boolean;
  withMetadata?: boolean;
  withProfile?: boolean;
};

class Rows {
  readonly all = new Map<ObjectName, AnyRow[]>();
  readonly #known = new Map<string, AnyRow[]>();

  /** The same row may be told with two records; two rows of one name that say different things are both kept. */
  add(object: ObjectName, row: AnyRow): void {
    const name = `${object} ${row.id}`;
    const before = this.#known.get(name);
    if (before === undefined) this.#known.set(name, [row]);
    else if (before.some((one) => JSON.stringify(one) === JSON.stringify(row))) return;
    else before.push(row);
    const list = this.all.get(object);
    if (list === undefined) this.all.set(object, [row]);
    else list.push(row);
  }

  addRecord({ object, id, fields, parts }: DirectoryRecord): void {
    this.add(object, { id, ...fields });
    for (const [part, rows] of Object.entries(parts) as [ObjectName, AnyRow[]][])
      for (const row of rows) this.add(part, row);
  }

  ids(object: ObjectName, field: string): string[] {
    const named = (this.all.get(object) ?? []).map((row) => row[field]);
    return [...new Set(named.filter((id): id is string => typeof id === 'string'))];
  }
}

function classify(rows: Rows, reader: Reader, services: DirectoryRecord[]): void {
  const kept = columnTerms(rows.all.get('attribute') ?? []);
  rows.all.set('attribute', kept.attributes);
  const needs = services.map((record) => needAttributes(reader, record));
  for (const attribute of needs.flatMap(({ attributes }) => attributes)) rows.add('attribute', attribute);
  for (const own of [kept, ...needs]) {
    for (const term of own.terms) rows.add('taxonomy_term', term);
    for (const taxonomy of own.taxonomies) rows.add('taxonomy', taxonomy);
  }
}

async function addStanding(rows: Rows, reader: Reader): Promise<void> {
  const terms = await readStanding(reader, 'taxonomy_term', rows.ids('attribute', 'taxonomy_term_id'));
  for (const term of terms) rows.add('taxonomy_term', term);
  for (const taxonomy of await readStanding(reader, 'taxonomy', rows.ids('taxonomy_term', 'taxonomy_id')))
    rows.add('taxonomy', taxonomy);
  for (const unit of await readStanding(reader, 'unit', rows.ids('service_capacity', 'unit_id')))
    rows.add('unit', unit);
}

/** Rows whose history may be told: not even that of the number of a confidential location, which may once have said more. */
function toldIds(rows: Rows, reader: Reader): string[] {
  const { locationIds, placeIds } = reader.hidden;
  const hidden = new Set([...locationIds, ...placeIds]);
  for (const row of rows.all.get('phone') ?? []) if (hidden.has(String(row['location_id']))) hidden.add(row.id);
  for (const row of rows.all.get('language') ?? []) if (hidden.has(String(row['phone_id']))) hidden.add(row.id);
  const told = [...rows.all.values()].flatMap((list) => list.map(({ id }) => id));
  return [...new Set(told)].filter((id) => !hidden.has(id));
}

/** Of a confidential location neither history nor source nor translation is told. */
async function detailsOf(rows: Rows, reader: Reader, wanted: Wanted) {
  const homes = (['organization', 'location', 'service'] as const)
    .flatMap((object) => rows.ids(object, 'id'))
    .filter((id) => !reader.hidden.locationIds.has(id));
  if (wanted.withMetadata === true) {
    const history = await listMetadata(reader.ctx, toldIds(rows, reader));
    for (const row of history) rows.add('metadata', row);
  }
  const known = wanted.withProfile === true ? await listTranslations(reader.ctx, homes) : [];
  return {
    sources: wanted.withProfile === true ? await listRecordSources(reader.ctx, homes) : new Map<string, string>(),
    translations: Map.groupBy(known, ({ recordId }) => recordId),
  };
}

async function addServices(rows: Rows, reader: Reader, wanted: Wanted): Promise<DirectoryRecord[]> {
  const read = wanted.isBare === true ? readBare : readPublic;
  const services = await read(reader, 'service', wanted.services ?? []);
  for (const record of services) {
    rows.addRecord(record);
    if (wanted.isFull) for (const area of areaRows(reader, record)) rows.add('service_area', area);
  }
  return services;
}

async function addNamed(rows: Rows, reader: Reader, wanted: Wanted): Promise<void> {
  const isAlone = wanted.isAlone === true;
  const named = (object: ObjectName, field: string) => (isAlone ? [] : rows.ids(object, field));
  const places = [...(wanted.locations ?? []), ...named('service_at_location', 'location_id')];
  const organisations = [...(wanted.organisations ?? []), ...named('service', 'organization_id')];
  const [locations, bodies] = await Promise.all([
    readPublic(reader, 'location', [...new Set(places)]),
    isAlone ? readPublic(reader, 'organization', organisations) : readOrganisations(reader, organisations),
  ]);
  for (const record of [...locations, ...bodies]) rows.addRecord(record);
}

/** Loads records with all that they name: their organisations, the locations of services, terms and units. */
export async function loadBundle(reader: Reader, wanted: Wanted): Promise<Bundle> {
  const rows = new Rows();
  const services = await addServices(rows, reader, wanted);
  await addNamed(rows, reader, wanted);
  if (wanted.isFull) {
    classify(rows, reader, services);
    await addStanding(rows, reader);
  }
  const details = await detailsOf(rows, reader, wanted);
  return { rows: rows.all, index: indexRows(rows.all), ...details };
}

/** The text of a field in all its languages, where the row has it. */
export function textsOf(row: AnyRow, field: string): LocalizedText | undefined {
  const value = row[field];
  return typeof value === 'object' && value !== null ? (value as LocalizedText) : undefined;
}
