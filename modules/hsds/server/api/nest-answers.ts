import type { Locale } from '@qantara/kernel';
import type { AnyRow, DirectoryRecord, ObjectName } from '@qantara/directory/domain';
import { listHoldings, listServicesOfPlaces } from '@qantara/directory/server';
import { indexRows, nestRecord, WITHOUT, type Nested, type NestOptions } from '../../domain/writing/nest-records.ts';
import { sayAsSaid, sayIn } from '../../domain/writing/wire-values.ts';
import { profileDress, strictDress } from './dress-record.ts';
import { loadBundle, type Bundle } from './load-bundle.ts';
import type { Manner } from './manner.ts';
import { readBare, type Reader } from './reader.ts';

/** How much of a record is told: what there is one of, everything, or everything with its history. */
export type Depth = 'list' | 'full' | 'record';

export type Telling = {
  manner: Manner;
  depth: Depth;
  fullServices?: boolean;
  /** With our profile, values as they are said, and none for what is required and not known: for whoever takes in the whole. */
  isExact?: boolean;
};

function optionsOf(bundle: Bundle, { manner, depth, isExact }: Telling): NestOptions {
  if (isExact === true)
    return {
      index: bundle.index,
      say: sayAsSaid(manner.locale),
      dress: profileDress(bundle, manner.from, (_object, nested) => nested),
    };
  return {
    index: bundle.index,
    say: sayIn(manner.locale),
    dress: manner.withProfile ? profileDress(bundle, manner.from) : strictDress,
    isShallow: depth === 'list',
  };
}

function wantedOf({ manner, depth }: Telling) {
  return { isFull: depth !== 'list', withMetadata: depth === 'record', withProfile: manner.withProfile };
}

function nestAll(bundle: Bundle, of: { object: ObjectName; ids: string[] }, options: NestOptions): Nested[] {
  return of.ids
    .map((id) => bundle.index.one(of.object, id))
    .map((row) => row && nestRecord(of.object, row, options))
    .filter((one) => one !== undefined);
}

/** Services in this order, each with its organisation, its programme and, unless it is for a list, all that it has. */
export async function nestServices(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  const isBare = telling.depth === 'list';
  const bundle = await loadBundle(reader, { services: ids, isBare, ...wantedOf(telling) });
  return nestAll(bundle, { object: 'service', ids }, { ...optionsOf(bundle, telling), without: WITHOUT.service });
}

/** Services at locations in this order, each with its service and its location. */
export async function nestPlaces(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  const services = await listServicesOfPlaces(reader.ctx, ids);
  const bundle = await loadBundle(reader, { services: [...new Set(services.values())], ...wantedOf(telling) });
  const options = { ...optionsOf(bundle, telling), without: WITHOUT.service_at_location };
  return nestAll(bundle, { object: 'service_at_location', ids }, options);
}

/** Services by their names alone: HSDS wants them inside their organisation, and no more than that. */
async function namesOf(reader: Reader, serviceIds: string[], telling: Telling): Promise<Map<string, Nested[]>> {
  const say = sayIn(telling.manner.locale);
  const index = indexRows(new Map());
  const names = new Map<string, Nested[]>();
  for (const { id, fields } of await readBare(reader, 'service', serviceIds)) {
    const { name, status, organization_id: organisationId } = fields as DirectoryRecord<'service'>['fields'];
    const told = nestRecord('service', { id, name, status }, { index, say, dress: strictDress, isShallow: true });
    if (told !== undefined && typeof organisationId === 'string')
      names.set(organisationId, [...(names.get(organisationId) ?? []), told]);
  }
  return names;
}

async function withServices(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  const held = [...(await listHoldings(reader.ctx, ids)).values()];
  const serviceIds = held.flatMap((one) => one.serviceIds);
  const isFull = telling.fullServices === true;
  const bundle = await loadBundle(reader, {
    organisations: ids,
    services: isFull ? serviceIds : [],
    locations: held.flatMap(({ locationIds }) => locationIds),
    ...wantedOf(telling.depth === 'list' ? { ...telling, depth: 'full' } : telling),
  });
  const without = isFull ? WITHOUT.organization : new Set([...WITHOUT.organization, 'organization.services']);
  const options = { ...optionsOf(bundle, { ...telling, depth: 'full' }), without };
  const nested = nestAll(bundle, { object: 'organization', ids }, options);
  if (isFull) return nested;
  const names = await namesOf(reader, serviceIds, telling);
  return nested.map((one) => {
    const services = names.get(String(one['id']));
    return services === undefined ? one : { ...one, services };
  });
}

/** Organisations in this order; for a list by themselves, else with their services, by name or with all that these have. */
export async function nestOrganisations(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  if (telling.depth !== 'list' || telling.fullServices === true) return withServices(reader, ids, telling);
  const bundle = await loadBundle(reader, { organisations: ids, ...wantedOf(telling) });
  return nestAll(
    bundle,
    { object: 'organization', ids },
    { ...optionsOf(bundle, telling), without: WITHOUT.organization },
  );
}

/** Locations in this order, by themselves, with all that they have. */
export async function nestLocations(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  const bundle = await loadBundle(reader, { locations: ids, ...wantedOf(telling) });
  return nestAll(bundle, { object: 'location', ids }, optionsOf(bundle, telling));
}

/** Terms, taxonomies, units or descriptions, which name one another by identifier. */
export function nestVocabulary(object: ObjectName, rows: AnyRow[], locale: Locale): Nested[] {
  const bundle: Bundle = { rows: new Map(), index: indexRows(new Map()), sources: new Map(), translations: new Map() };
  const telling: Telling = { manner: { locale, withProfile: true, from: null }, depth: 'full', isExact: true };
  return rows.map((row) => nestRecord(object, row, optionsOf(bundle, telling))).filter((one) => one !== undefined);
}
