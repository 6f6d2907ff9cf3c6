import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listColleagueCircles } from '@qantara/identity/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Keeper, Person } from '../../contract/index.ts';
import { findPerson } from '../person-store.ts';
import { endKeeper, listCircles, saveKeeper } from '../reach-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type OwnCtx = Ctx<PeopleTables>;

/** The organisation, its teams and the colleagues who work there: who may look after somebody of theirs. */
async function listChoices(ctx: OwnCtx, person: Person): Promise<Keeper[]> {
  const organisationId = person.stewardOrganisationId;
  if (organisationId === null) return [];
  const name = (await listOrganisationNames(ctx, [organisationId])).get(organisationId);
  const circles = await listColleagueCircles(ctx, organisationId);
  return [
    ...(name === undefined ? [] : [{ circleId: organisationId, kind: 'organisation' as const, name }]),
    ...circles,
  ];
}

const getWritable = async (ctx: OwnCtx, personId: string): Promise<Person> =>
  (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');

/** Who looks after somebody, and to whom of the organisation they may be given too. Refuses `person_not_found`. */
export async function listKeepers(ctx: OwnCtx, { personId }: { personId: string }) {
  const person = await getWritable(ctx, personId);
  ctx.noteAccess({ personId, kind: 'record' });
  const all = await listChoices(ctx, person);
  const kept = new Set(await listCircles(ctx.db, personId));
  return {
    displayName: person.displayName,
    keepers: all.filter(({ circleId }) => kept.has(circleId)),
    choices: all.filter(({ circleId }) => !kept.has(circleId)),
  };
}

/** Gives somebody to a team or a colleague of the organisation, beside those who look after them. Refuses `keeper_not_found`. */
export async function giveToKeeper(ctx: OwnCtx, { personId, circleId }: { personId: string; circleId: string }) {
  const person = await getWritable(ctx, personId);
  const keeper = (await listChoices(ctx, person)).find(
    (one) => one.circleId === circleId && one.kind !== 'organisation',
  );
  if (keeper === undefined) return refuse('keeper_not_found');
  await saveKeeper(ctx.db, personId, circleId);
  ctx.emit({ type: 'person.given', subject: personId, personId, data: { to: circleId, kind: keeper.kind } });
  return { done: true as const };
}

/** Takes somebody from a team or a colleague again; the organisation stays. Refuses `keeper_not_found`. */
export async function endKeeping(ctx: OwnCtx, { personId, circleId }: { personId: string; circleId: string }) {
  await getWritable(ctx, personId);
  if (!(await endKeeper(ctx.db, personId, circleId))) return refuse('keeper_not_found');
  ctx.emit({ type: 'person.taken_back', subject: personId, personId, data: { from: circleId } });
  return { done: true as const };
}
