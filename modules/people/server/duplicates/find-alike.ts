import { refuse } from '@qantara/kernel';
import { countAttempt, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Alike, NewPerson } from '../../contract/index.ts';
import { contactKey, scorePair, type Compared } from '../../domain/index.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { listCandidateIds, listCompared, listElsewhere } from './duplicate-view.ts';

/** As many new people as a busy reception adds in an hour; whoever asks for more fishes for names. */
const ASKED = { limit: 240, windowSeconds: 3600 };
const MOST_SHOWN = 5;
/** At a counter too many are shown rather than too few: a first name and an area are not enough, a family name and a year are. */
const LEAST_AT_INTAKE = 20;

function comparedOf(person: NewPerson, now: Date): Compared {
  return {
    names: person.displayName === '' ? [] : [person.displayName],
    birth: {
      year: person.birthYear,
      month: person.birthMonth,
      day: person.birthDay,
      estimatedAge: person.estimatedAge,
      estimatedOn: now.toISOString().slice(0, 10),
    },
    areaId: person.areaId,
    contactKeys: person.contactPoints.flatMap((point) => contactKey(point) ?? []),
    isRestricted: false,
    isOwn: true,
  };
}

async function ownAlike(ctx: Ctx<PeopleTables>, person: NewPerson): Promise<Alike['people']> {
  const { organisationId } = ctx.actor;
  const personIds = await listCandidateIds(ctx.db, ctx.actor, person);
  const asked = comparedOf(person, ctx.now);
  return [...(await listCompared(ctx.db, { personIds, organisationId })).values()]
    .flatMap((held) => {
      const found = scorePair(asked, held);
      return found === null || found.score < LEAST_AT_INTAKE ? [] : [{ ...held.card, ...found }];
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_SHOWN)
    .map(({ score: _score, ...card }) => card);
}

/**
 * Who is there already and may be the person at the counter: those whom this organisation looks after, and of another's no more
 * than initials and whom to ask. Somebody who is not to be found is as nobody. Each one shown is recorded as a search.
 * Refuses `too_many_requests`.
 */
export async function findAlike(ctx: Ctx<PeopleTables>, person: NewPerson): Promise<Alike> {
  const bucket = `alike ${ctx.actor.accountId ?? ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, ASKED))) refuse('too_many_requests');
  const people = await ownAlike(ctx, person);
  const found = await listElsewhere(ctx.db, person, ctx.now);
  const names = await listOrganisationNames(
    ctx,
    found.map((one) => one.organisation_id),
  );
  ctx.noteAccess({ personId: people.map(({ personId }) => personId), kind: 'search' });
  if (found.length > 0)
    ctx.noteAccess({ personId: found.map((one) => one.person_id), kind: 'limited_card', rule: 'limited' });
  return {
    people,
    elsewhere: found.map((one) => ({
      initials: one.initials,
      organisationId: one.organisation_id,
      organisationName: names.get(one.organisation_id) ?? null,
      hasSameContact: one.has_same_contact,
    })),
  };
}
