import type { AnyRow, ObjectName } from '@qantara/directory/domain';
import { listHoldings, listServicesOfPlaces } from '@qantara/directory/server';
import { nestRecord, WITHOUT, type Nested, type NestOptions } from '../../domain/writing/nest-records.ts';
import { sayIn } from '../../domain/writing/wire-values.ts';
import { profileDress, strictDress } from './dress-record.ts';
import { loadBundle, type Bundle } from './load-bundle.ts';
import type { Manner } from './manner.ts';
import type { Reader } from './reader.ts';

/** How much of a record is told: what there is one of, everything, or everything with its history. */
export type Depth = 'list' | 'full' | 'record';

export type Telling = { manner: Manner; depth: Depth; fullServices?: boolean };

function optionsOf(bundle: Bundle, { manner, depth }: Telling): NestOptions {
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

/** A service by its name alone: HSDS wants it inside its organisation, and no more than that. */
function nameOf(row: AnyRow, bundle: Bundle, telling: Telling): Nested {
  const { id, name, status } = row;
  const options = { ...optionsOf(bundle, telling), isShallow: true, without: WITHOUT.organization };
  return nestRecord('service', { id, name, status }, options) ?? { id };
}

/** Organisations in this order; with their services by name, or with all that these have. */
export async function nestOrganisations(reader: Reader, ids: string[], telling: Telling): Promise<Nested[]> {
  const isList = telling.depth === 'list' && telling.fullServices !== true;
  const holdings = isList ? new Map<string, never>() : await listHoldings(reader.ctx, ids);
  const held = [...holdings.values()] as { serviceIds: string[]; locationIds: string[] }[];
  const bundle = await loadBundle(reader, {
    organisations: ids,
    services: held.flatMap(({ serviceIds }) => serviceIds),
    locations: held.flatMap(({ locationIds }) => locationIds),
    ...wantedOf(isList ? telling : { ...telling, depth: telling.depth === 'list' ? 'full' : telling.depth }),
  });
  const without = new Set([...WITHOUT.organization, 'organization.services']);
  const options = { ...optionsOf(bundle, isList ? telling : { ...telling, depth: 'full' }), without };
  return nestAll(bundle, { object: 'organization', ids }, options).map((nested) => {
    const services = isList ? [] : bundle.index.of('service', 'organization_id', String(nested['id']));
    if (services.length === 0) return nested;
    const told =
      telling.fullServices === true
        ? nestAll(bundle, { object: 'service', ids: services.map(({ id }) => id) }, { ...options })
        : services.map((row) => nameOf(row, bundle, telling));
    return { ...nested, services: told };
  });
}
