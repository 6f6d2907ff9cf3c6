import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Pair, TwoPeople } from '../../contract/index.ts';
import { LEAST_SCORE, scorePair } from '../../domain/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { listCompared, listPairIds, saveNotSame } from './duplicate-view.ts';

type PeopleCtx = Ctx<PeopleTables>;

const MOST_SHOWN = 30;

/** Records of one's own organisation that may be one person, the likeliest first; each one shown is recorded. */
export async function listScoredPairs(ctx: PeopleCtx): Promise<{ pairs: Pair[]; hasMore: boolean }> {
  const { organisationId } = ctx.actor;
  const ids = await listPairIds(ctx.db, organisationId);
  const compared = await listCompared(ctx.db, { personIds: [...new Set(ids.flat())], organisationId });
  const scored = ids.flatMap(([one, other]): Pair[] => {
    const [first, second] = [compared.get(one), compared.get(other)];
    if (first === undefined || second === undefined) return [];
    const found = scorePair(first, second);
    return found === null || found.score < LEAST_SCORE ? [] : [{ ...found, people: [first.card, second.card] }];
  });
  const pairs = scored.toSorted((one, other) => other.score - one.score).slice(0, MOST_SHOWN);
  const shown = new Set(pairs.flatMap(({ people }) => people.map(({ personId }) => personId)));
  ctx.noteAccess({ personId: [...shown], kind: 'duplicates' });
  return { pairs, hasMore: scored.length > MOST_SHOWN };
}

/** Notes that two records are two people: they are proposed no more. */
export async function sayNotSame(ctx: PeopleCtx, two: TwoPeople): Promise<{ done: true }> {
  for (const personId of [two.personId, two.otherPersonId])
    if ((await findPerson(ctx.db, ctx.actor, personId)) === undefined) refuse('person_not_found');
  await saveNotSame(ctx.db, [two.personId, two.otherPersonId], { accountId: ctx.actor.accountId, now: ctx.now });
  ctx.emit({
    type: 'people.not_same',
    subject: two.personId,
    personId: two.personId,
    data: { otherPersonId: two.otherPersonId },
  });
  return { done: true };
}
