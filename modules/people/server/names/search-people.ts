import type { Ctx } from '@qantara/platform';
import type { PersonCard, PersonId } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { searchByName } from './search-view.ts';

const PAGE = 20;
const MOST_FOUND = 200;

/** What follows a card; where it is no longer found, what was made before it. */
function behind(found: PersonCard[], after: PersonId): PersonCard[] {
  const at = found.findIndex(({ personId }) => personId === after);
  return at === -1 ? found.filter(({ personId }) => personId < after) : found.slice(at + 1);
}

/** Twenty people of a name, the newest record first. Only those who are shown are noted as found. */
export async function searchPeople(
  ctx: Ctx<PeopleTables>,
  { name, after }: { name: string; after?: PersonId | undefined },
): Promise<{ people: PersonCard[]; hasMore: boolean }> {
  const limit = after === undefined ? PAGE + 1 : MOST_FOUND;
  const found = await searchByName(ctx.db, ctx.actor, { name, limit });
  const left = after === undefined ? found : behind(found, after);
  const people = left.slice(0, PAGE);
  ctx.noteAccess({ personId: people.map(({ personId }) => personId), kind: 'search' });
  return { people, hasMore: left.length > PAGE };
}
