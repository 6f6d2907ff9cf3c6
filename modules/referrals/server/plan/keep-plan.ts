import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findActorOf, listAccountCards } from '@qantara/identity/server';
import { findVisiblePerson } from '@qantara/people/server';
import type { Person } from '@qantara/people/contract';
import type { z } from 'zod';
import { HandOverReason, type carePlanRoutes, type CarePlan, type MyPlan } from '../../contract/index.ts';
import { listColleagues } from '../hand-over.ts';
import { listNames } from '../names-view.ts';
import type { ReferralRow } from '../referral-row.ts';
import { listReferralRows } from '../referral-store.ts';
import { listToldRows } from '../sending/sent-view.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import {
  closeGoal,
  findPlan,
  insertEntry,
  insertGoal,
  insertPlan,
  listEntriesOf,
  listGoals,
  savePlan,
  type PlanRow,
} from './plan-store.ts';

type Tables = ReferralsTables;
type Shown = z.output<(typeof carePlanRoutes.getCarePlan)['output']>;
type Given<Name extends keyof typeof carePlanRoutes> = z.output<(typeof carePlanRoutes)[Name]['input']>;

/** The goals with the referrals that serve each: those of the same need. */
async function goalsOf(ctx: Ctx<Tables>, personId: string, rows: ReferralRow[]): Promise<CarePlan['goals']> {
  const names = await listNames(ctx.db, rows);
  return (await listGoals(ctx, personId)).map((goal) => ({
    ...goal,
    referrals: rows
      .filter((row) => row.need_code === goal.needCode && row.status !== 'entered-in-error')
      .map((row) => ({
        referralId: row.referral_id as CarePlan['goals'][number]['referrals'][number]['referralId'],
        organisationName: names.get(row.referral_id)?.organisationName ?? null,
        status: row.status,
        dueAt: row.due_at?.toISOString() ?? null,
        isOverdue: row.due_at !== null && row.due_at < ctx.now,
      })),
  }));
}

async function readPlan(ctx: Ctx<Tables>, plan: PlanRow): Promise<CarePlan> {
  const names = new Map((await listAccountCards(ctx)).map((card) => [card.accountId, card.displayName]));
  const rows = await listReferralRows(ctx.db, ctx.actor, [plan.personId]);
  const entries = await listEntriesOf(ctx, plan.personId);
  return {
    ...plan,
    leadName: names.get(plan.leadAccountId) ?? null,
    isReviewDue: plan.nextReviewOn <= dayIn(ctx.timeZone, ctx.now),
    goals: await goalsOf(ctx, plan.personId, rows),
    history: entries.map((entry) => ({
      kind: entry.kind,
      reasonCode: HandOverReason.nullable().catch(null).parse(entry.reason_code),
      leadName: names.get(entry.lead_account_id) ?? null,
      at: entry.at.toISOString(),
    })),
  };
}

const isSteward = (ctx: Ctx<Tables>, person: Person): boolean =>
  person.stewardOrganisationId !== null && person.stewardOrganisationId === ctx.actor.organisationId;

async function shown(ctx: Ctx<Tables>, person: Person): Promise<Shown> {
  const plan = await findPlan(ctx, person.personId);
  return {
    plan: plan === undefined ? null : await readPlan(ctx, plan),
    mayStart: plan === undefined && isSteward(ctx, person),
    ...(await listColleagues(ctx)),
  };
}

const getPerson = async (ctx: Ctx<Tables>, personId: string): Promise<Person> =>
  (await findVisiblePerson(ctx, personId)) ?? refuse('person_not_found');

/** The care plan of a person, for whoever looks after them. The opening is recorded. */
export async function getCarePlan(ctx: Ctx<Tables>, { personId }: Given<'getCarePlan'>): Promise<Shown> {
  const person = await getPerson(ctx, personId);
  ctx.noteAccess({ personId: person.personId, kind: 'care_plan' });
  return shown(ctx, person);
}

/** Only the organisation that looks after the person leads their plan: exactly one. */
async function getStewarded(ctx: Ctx<Tables>, personId: string): Promise<Person> {
  const person = await getPerson(ctx, personId);
  return isSteward(ctx, person) ? person : refuse('not_steward');
}

/** Begins a plan, led by whoever begins it. Refuses `plan_exists`, and `not_steward` where another organisation looks after them. */
export async function startPlan(ctx: Ctx<Tables>, given: Given<'startPlan'>): Promise<Shown> {
  const person = await getStewarded(ctx, given.personId);
  const { personId } = person;
  const leadAccountId = ctx.actor.accountId ?? '';
  const organisationId = ctx.actor.organisationId ?? '';
  const { nextReviewOn } = given;
  if (!(await insertPlan(ctx, { personId, organisationId, leadAccountId, nextReviewOn }))) refuse('plan_exists');
  await insertEntry(ctx, { personId, leadAccountId }, { kind: 'started' });
  ctx.emit({ type: 'care_plan.started', subject: personId, personId, data: { leadAccountId, nextReviewOn } });
  return shown(ctx, person);
}

async function lockPlan(ctx: Ctx<Tables>, given: { personId: string; version?: number }) {
  const person = await getStewarded(ctx, given.personId);
  const plan = (await findPlan(ctx, person.personId, true)) ?? refuse('care_plan_not_found');
  if (given.version !== undefined && plan.version !== given.version) refuse('plan_changed');
  return { person, plan };
}

/** Writes that the plan was looked at, and when next. */
export async function reviewPlan(ctx: Ctx<Tables>, given: Given<'reviewPlan'>): Promise<Shown> {
  const { person, plan } = await lockPlan(ctx, given);
  const { nextReviewOn } = given;
  await savePlan(ctx, plan, { nextReviewOn });
  await insertEntry(ctx, plan, { kind: 'reviewed' });
  ctx.emit({ type: 'care_plan.reviewed', subject: plan.personId, personId: plan.personId, data: { nextReviewOn } });
  return shown(ctx, person);
}

/** Gives the lead to a colleague of the same organisation, with the reason. Refuses `colleague_not_found`. */
export async function changeLead(ctx: Ctx<Tables>, given: Given<'changeLead'>): Promise<Shown> {
  const { person, plan } = await lockPlan(ctx, given);
  const { toAccountId: leadAccountId, reasonCode } = given;
  const to = await findActorOf(ctx, leadAccountId);
  const isOurs = to?.organisationId === ctx.actor.organisationId && to.permissions.has('referral:send');
  if (!isOurs || leadAccountId === plan.leadAccountId)
    refuse('colleague_not_found', { fields: [{ path: 'toAccountId', code: 'not_a_choice' }] });
  await savePlan(ctx, plan, { leadAccountId });
  await insertEntry(ctx, { ...plan, leadAccountId }, { kind: 'lead_changed', reasonCode });
  const { personId } = plan;
  const data = { from: plan.leadAccountId, to: leadAccountId };
  ctx.emit({ type: 'care_plan.lead_changed', subject: personId, personId, reason: reasonCode, data });
  return shown(ctx, person);
}

/** Adds what is to come of one need. Refuses `need_not_found`. */
export async function addGoal(ctx: Ctx<Tables>, given: Given<'addGoal'>): Promise<Shown> {
  const { person, plan } = await lockPlan(ctx, given);
  const { personId } = plan;
  const goalId = (await insertGoal(ctx, { ...given, personId })) ?? refuse('need_not_found');
  await insertEntry(ctx, plan, { kind: 'goal_added' });
  const { needCode, words } = given;
  ctx.emit({ type: 'care_plan.goal_added', subject: personId, personId, data: { goalId, needCode }, after: { words } });
  return shown(ctx, person);
}

/** Ends a goal: it was reached, or given up. Refuses `goal_not_found`. */
export async function endGoal(ctx: Ctx<Tables>, given: Given<'endGoal'>): Promise<Shown> {
  const { person, plan } = await lockPlan(ctx, given);
  const { personId } = plan;
  const { goalId, state } = given;
  if (!(await closeGoal(ctx, { personId, goalId, state }))) refuse('goal_not_found');
  await insertEntry(ctx, plan, { kind: state === 'reached' ? 'goal_reached' : 'goal_given_up' });
  ctx.emit({ type: 'care_plan.goal_ended', subject: personId, personId, data: { goalId, state } });
  return shown(ctx, person);
}

/** A person's own plan, without names of staff; what they must not be told of is left out of it. */
export async function getMyPlan(ctx: Ctx<Tables>): Promise<{ plan: MyPlan | null }> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const plan = await findPlan(ctx, personId);
  if (plan === undefined) return { plan: null };
  const { organisationName, nextReviewOn } = plan;
  const goals = await goalsOf(ctx, personId, await listToldRows(ctx, personId));
  return { plan: { organisationName, nextReviewOn, goals } };
}
