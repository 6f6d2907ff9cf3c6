import type { ObjectName } from '@qantara/directory/domain';
import { LIST_NAMES, type ListName } from '../../contract/api-parameters.ts';
import { recordFaults } from '../../domain/profile/record-faults.ts';
import { idOf, listOf, must, type Check, type Json, type World } from './check.ts';

const OBJECTS: Record<ListName, ObjectName> = {
  services: 'service',
  organizations: 'organization',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
  service_at_locations: 'service_at_location',
};
const MOST_TOLD = 3;

function told(faults: string[]): string {
  const shown = faults.slice(0, MOST_TOLD).join('; ');
  return faults.length > MOST_TOLD ? `${shown}; and ${faults.length - MOST_TOLD} more` : shown;
}

async function recordsOf(world: World, list: ListName): Promise<Json[]> {
  const { items, ids } = listOf(world, list);
  const records: Json[] = items.slice(0, 100);
  for (const id of [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)])
    records.push((await world.client.get(`/${list}/${encodeURIComponent(String(id))}`)).json as Json);
  return records;
}

function rightShape(list: ListName): Check {
  return {
    name: `what /${list} tells has the fields, types, formats and lists of HSDS 3.1`,
    run: async (world) => {
      const faults = (await recordsOf(world, list)).flatMap((record) =>
        recordFaults(OBJECTS[list], record).faults.map((fault) => `${idOf(record)}: ${fault}`),
      );
      must(faults.length === 0, told(faults));
    },
  };
}

function nothingUnknown(list: ListName): Check {
  return {
    name: `/${list} tells nothing that HSDS 3.1 does not know`,
    run: async (world) => {
      const records = await recordsOf(world, list);
      const unknown = records.flatMap((record) => recordFaults(OBJECTS[list], record).unknown);
      const names = [...new Set(unknown.map((path) => path.replaceAll(/\[\d+\]/g, '')))];
      if (world.isStrict) must(names.length === 0, told(names));
      else if (names.length > 0) throw new UnknownTold(told(names));
    },
  };
}

/** What a profile may add is no fault, but whoever reads the interface should know of it. */
export class UnknownTold extends Error {}

/** Records held against the model of HSDS 3.1. */
export const SHAPE_CHECKS: Check[] = LIST_NAMES.flatMap((list) => [rightShape(list), nothingUnknown(list)]);
