import { listStanding, listWireOrganisations, listWireServices, listOpenLocations } from '@qantara/directory/server';
import type { AnyRow, HomeObject, ObjectName } from '@qantara/directory/domain';
import { loadBundle, type Bundle } from '../api/load-bundle.ts';
import { readOwnTaxonomies, type Reader } from '../api/reader.ts';

/** Some records of one kind, and everything that is theirs. */
export type Part = { object: HomeObject; ids: string[]; bundle: Bundle };

const CHUNK = 500;
const KEYS = { organization: 'organisations', location: 'locations', service: 'services' } as const;

async function idsOf(reader: Reader, object: HomeObject): Promise<string[]> {
  if (object === 'location') return listOpenLocations(reader.ctx);
  const list = object === 'service' ? listWireServices : listWireOrganisations;
  return (await list(reader.ctx, {}, null)).ids;
}

/** The whole directory as anybody may have it, some hundred records at a time: organisations, locations, services. */
export async function* walkDirectory(
  reader: Reader,
  objects: readonly HomeObject[] = ['organization', 'location', 'service'],
): AsyncGenerator<Part> {
  for (const object of objects) {
    const ids = await idsOf(reader, object);
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = ids.slice(start, start + CHUNK);
      const bundle = await loadBundle(reader, {
        [KEYS[object]]: some,
        isFull: true,
        withMetadata: true,
        withProfile: true,
        isAlone: true,
      });
      yield { object, ids: some, bundle };
    }
  }
}

/** The vocabularies, units and descriptions that the records name, ours first. */
export async function listVocabularies(reader: Reader): Promise<Map<ObjectName, AnyRow[]>> {
  const own = await readOwnTaxonomies(reader);
  const unique = (rows: AnyRow[]): AnyRow[] =>
    [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
  return new Map<ObjectName, AnyRow[]>([
    ['taxonomy', unique([...own.taxonomies, ...(await listStanding(reader.ctx, 'taxonomy'))])],
    ['taxonomy_term', unique([...own.terms, ...(await listStanding(reader.ctx, 'taxonomy_term'))])],
    ['unit', await listStanding(reader.ctx, 'unit')],
    ['meta_table_description', await listStanding(reader.ctx, 'meta_table_description')],
  ]);
}
