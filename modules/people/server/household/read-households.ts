import { dayIn, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Household, HouseholdId, HouseholdMember } from '../../contract/index.ts';
import { compositionOf } from '../../domain/index.ts';
import { listGroupIds } from '../merge/merge-store.ts';
import { findReadable } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import {
  findHousehold,
  listHouseholdIds,
  listMembers,
  listPlaces,
  type KeptMember,
  type Place,
} from './household-store.ts';

type OwnCtx = Ctx<PeopleTables>;

/** Today, at noon of the region's calendar: on which day somebody has how many years. */
export function today(ctx: Pick<OwnCtx, 'now' | 'timeZone'>): Date {
  return new Date(`${dayIn(ctx.timeZone, ctx.now)}T00:00:00Z`);
}

/** Two records that are one person are one member: the row of the record that stands for both, else the first. */
function oncePerPerson(rows: readonly KeptMember[]): HouseholdMember[] {
  const kept = new Map<string, KeptMember>();
  for (const row of rows) if (!kept.has(row.personId) || row.recordId === row.personId) kept.set(row.personId, row);
  return [...kept.values()].map(({ recordId: _recordId, ...member }) => member);
}

/** A household as far as the reader may know of each member; undefined where they may know of nobody in it. */
async function loadHousehold(ctx: OwnCtx, householdId: string): Promise<Household | undefined> {
  const found = await findHousehold(ctx.db, householdId);
  const rows = await listMembers(ctx.db, ctx.actor, { householdId, on: today(ctx) });
  if (found === undefined || rows.length === 0) return undefined;
  const members = oncePerPerson(rows.filter(({ endedOn }) => endedOn === null));
  const present = new Set(members.map(({ personId }) => personId));
  const left = rows.filter(({ endedOn, personId }) => endedOn !== null && !present.has(personId));
  return {
    householdId: householdId as HouseholdId,
    organisationId: found.organisationId,
    isOurs: found.organisationId === ctx.actor.organisationId,
    members,
    former: oncePerPerson(left),
    composition: compositionOf(members.map(({ age }) => age)),
  };
}

function noteMembers(ctx: OwnCtx, households: readonly Household[]): void {
  const shown = households.flatMap(({ members, former }) => [...members, ...former]).map(({ personId }) => personId);
  ctx.noteAccess({ personId: [...new Set(shown)], kind: 'household' });
}

/** One household; whoever is shown is noted as opened. Refuses `household_not_found`, also where nobody in it may be known of. */
export async function getHousehold(ctx: OwnCtx, { householdId }: { householdId: string }): Promise<Household> {
  const household = (await loadHousehold(ctx, householdId)) ?? refuse('household_not_found');
  noteMembers(ctx, [household]);
  return household;
}

/** The households of a person, where they live first, past ones last. Refuses `person_not_found`. */
export async function listHouseholdsOf(
  ctx: OwnCtx,
  { personId }: { personId: string },
): Promise<{ households: Household[] }> {
  if ((await findReadable(ctx.db, ctx.actor, personId)) === undefined) refuse('person_not_found');
  const recordIds = await listGroupIds(ctx.db, personId);
  const households: Household[] = [];
  for (const householdId of await listHouseholdIds(ctx.db, ctx.actor, recordIds)) {
    const household = await loadHousehold(ctx, householdId);
    if (household !== undefined) households.push(household);
  }
  noteMembers(ctx, households);
  return { households };
}

/** Where somebody's own places are in households: what they are there and since when, and nothing of who else is. */
export async function listOwnPlaces(anyCtx: AnyCtx, personId: string): Promise<Place[]> {
  const ctx = withTables<PeopleTables>(anyCtx);
  return listPlaces(ctx.db, ctx.actor, personId);
}
