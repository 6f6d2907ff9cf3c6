import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import {
  NewPerson,
  type ChangedMember,
  type HouseholdId,
  type LeaveHousehold,
  type MembershipId,
  type NewHousehold,
  type NewMember,
  type NewPersonInHousehold,
  type PersonId,
} from '../../contract/index.ts';
import { addPerson } from '../add-person.ts';
import { listGroupIds } from '../merge/merge-store.ts';
import { findPerson, lockCard } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import {
  findHousehold,
  insertHousehold,
  insertMember,
  listMembers,
  listPresent,
  saveLeft,
  saveMember,
  type AsMember,
  type KeptMember,
} from './household-store.ts';
import { today } from './read-households.ts';

type OwnCtx = Ctx<PeopleTables>;

function checkDay(ctx: OwnCtx, day: string | null, path: string): void {
  if (day !== null && day > dayIn(ctx.timeZone, ctx.now))
    refuse('day_not_here_yet', { fields: [{ path, code: 'day_not_here_yet' }] });
}

/** Held until the use case ends; the record that stands for a person is the one that belongs to a household. */
async function lockStanding(ctx: OwnCtx, personId: string): Promise<string> {
  const person = (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  const standing = await lockCard(ctx.db, ctx.actor, person.mergedInto ?? personId);
  return (standing ?? refuse('person_not_found')).personId;
}

/** A household grows in the hands of the organisation that looks after it. */
async function lockOwn(ctx: OwnCtx, householdId: string): Promise<void> {
  const household = (await findHousehold(ctx.db, householdId, true)) ?? refuse('household_not_found');
  if (household.organisationId !== ctx.actor.organisationId) refuse('household_of_others');
}

/** The story of each person tells the change and names no household: it is read by some who may not know of the others in it. */
function told(ctx: OwnCtx, type: `household.${string}`, of: { personId: string; membershipId: string }): void {
  ctx.emit({ type, subject: of.membershipId, personId: of.personId });
}

async function join(ctx: OwnCtx, of: { personId: string; householdId: string; member: AsMember }): Promise<string> {
  const { accountId } = ctx.actor;
  const membershipId = await insertMember(ctx.db, { ...of, accountId, now: ctx.now });
  told(ctx, 'household.joined', { personId: of.personId, membershipId });
  return membershipId;
}

/** A household of one, to which others are added. Refuses `person_not_found`, `day_not_here_yet`. */
export async function startHousehold(
  ctx: OwnCtx,
  given: NewHousehold,
): Promise<{ householdId: HouseholdId; membershipId: MembershipId }> {
  const { personId: asked, ...member } = given;
  checkDay(ctx, member.startedOn, 'startedOn');
  const personId = await lockStanding(ctx, asked);
  const { accountId, organisationId } = ctx.actor;
  const by = { organisationId: organisationId ?? refuse('person_not_found'), accountId, now: ctx.now };
  const householdId = await insertHousehold(ctx.db, by);
  const membershipId = await join(ctx, { personId, householdId, member });
  return { householdId: householdId as HouseholdId, membershipId: membershipId as MembershipId };
}

async function leave(ctx: OwnCtx, member: KeptMember, of: { on: string; keepsLink: boolean }): Promise<void> {
  const { recordId: personId, membershipId } = member;
  await saveLeft(ctx.db, { personId, membershipId, ...of });
  told(ctx, 'household.left', { personId, membershipId });
}

/** What somebody belongs to now ends on the day on which they move, or today. */
async function leaveOthers(ctx: OwnCtx, recordIds: string[], on: string): Promise<void> {
  for (const present of await listPresent(ctx.db, ctx.actor, recordIds)) {
    const day = present.startedOn !== null && present.startedOn > on ? present.startedOn : on;
    await saveLeft(ctx.db, { ...present, on: day, keepsLink: true });
    told(ctx, 'household.left', present);
  }
}

/**
 * Adds somebody who was found. Refuses `household_not_found`, `household_of_others` to another organisation, `person_not_found`,
 * `already_in_household` where any record of theirs belongs to it.
 */
export async function addMember(ctx: OwnCtx, given: NewMember): Promise<{ membershipId: MembershipId }> {
  const { householdId, personId: asked, leavesOthers, ...member } = given;
  checkDay(ctx, member.startedOn, 'startedOn');
  await lockOwn(ctx, householdId);
  const personId = await lockStanding(ctx, asked);
  const recordIds = await listGroupIds(ctx.db, personId);
  const present = await listPresent(ctx.db, ctx.actor, recordIds);
  if (present.some((one) => one.householdId === householdId)) refuse('already_in_household');
  if (leavesOthers) await leaveOthers(ctx, recordIds, member.startedOn ?? dayIn(ctx.timeZone, ctx.now));
  return { membershipId: (await join(ctx, { personId, householdId, member })) as MembershipId };
}

/** Adds somebody who was looked for and not found. Nothing of how to reach the others becomes theirs. */
export async function addPersonToHousehold(
  ctx: OwnCtx,
  given: NewPersonInHousehold,
): Promise<{ membershipId: MembershipId; personId: PersonId }> {
  const { householdId, relation, startedOn, isHome, ...known } = given;
  checkDay(ctx, startedOn, 'startedOn');
  await lockOwn(ctx, householdId);
  const { personId } = await addPerson(ctx, NewPerson.parse(known));
  const member = { relation, startedOn, isHome };
  return { membershipId: (await join(ctx, { personId, householdId, member })) as MembershipId, personId };
}

async function lockMembers(ctx: OwnCtx, householdId: string): Promise<KeptMember[]> {
  if ((await findHousehold(ctx.db, householdId, true)) === undefined) refuse('household_not_found');
  const members = await listMembers(ctx.db, ctx.actor, { householdId, on: today(ctx) });
  return members.length === 0 ? refuse('household_not_found') : members;
}

/** Corrects what somebody is to the household, since when, and whether they live there now. Refuses `member_not_found`. */
export async function changeMember(ctx: OwnCtx, given: ChangedMember): Promise<{ householdId: HouseholdId }> {
  const { householdId, membershipId, ...member } = given;
  checkDay(ctx, member.startedOn, 'startedOn');
  const members = await lockMembers(ctx, householdId);
  const found = members.find((one) => one.membershipId === membershipId && one.endedOn === null);
  const { recordId: personId } = found ?? refuse('member_not_found');
  await lockCard(ctx.db, ctx.actor, personId);
  await saveMember(ctx.db, { personId, membershipId, member });
  told(ctx, 'household.member_changed', { personId, membershipId });
  return { householdId };
}

/** Whoever leaves with a link left is already gone: only the link of somebody gone can still be cut. */
function leaversOf(members: readonly KeptMember[], given: LeaveHousehold): KeptMember[] {
  const wanted = new Set<string>(given.membershipIds);
  const leavers = members.filter(
    (one) => wanted.has(one.membershipId) && (one.endedOn === null || (!given.keepsLink && !one.isUnlinked)),
  );
  if (leavers.length < wanted.size) refuse('member_not_found');
  if (leavers.some(({ startedOn }) => startedOn !== null && startedOn > given.on))
    refuse('left_before_start', { fields: [{ path: 'on', code: 'left_before_start' }] });
  return leavers;
}

/**
 * Some leave together, to a household of their own or out of sight; what was stays as history. Without a link it stays for those
 * alone whose role has the class of violence, so that neither file leads to the other. Refuses `member_not_found`,
 * `left_before_start`, `day_not_here_yet`, `household_not_found`.
 */
export async function leaveHousehold(
  ctx: OwnCtx,
  given: LeaveHousehold,
): Promise<{ householdId: HouseholdId | null; personId: PersonId }> {
  checkDay(ctx, given.on, 'on');
  const leavers = leaversOf(await lockMembers(ctx, given.householdId), given);
  const [first] = leavers;
  const personId = (first ?? refuse('member_not_found')).personId;
  for (const member of leavers) await leave(ctx, member, given);
  if (given.to === 'elsewhere') return { householdId: null, personId };
  const { accountId, organisationId } = ctx.actor;
  const by = { organisationId: organisationId ?? refuse('person_not_found'), accountId, now: ctx.now };
  const householdId = await insertHousehold(ctx.db, by);
  for (const { personId: leaver, relation } of new Map(leavers.map((one) => [one.personId, one])).values())
    await join(ctx, { personId: leaver, householdId, member: { relation, startedOn: given.on, isHome: true } });
  return { householdId: householdId as HouseholdId, personId };
}
