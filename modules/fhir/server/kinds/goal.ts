import { Refusal, refuse } from '@qantara/kernel';
import type { CarePlan } from '@qantara/referrals/contract';
import { findGoalPerson } from '@qantara/referrals/server';
import {
  categoriesOf,
  codesAsked,
  hasCode,
  isUuid,
  needIn,
  pruned,
  readShape,
  SHAPES,
  type Concept,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import type { Call, Kind, Page } from '../call.ts';
import { idsLeft, personsAsked } from '../questions.ts';
import { findKept } from '../resource-store.ts';
import { keptKind, personNamed } from './kept.ts';

const own = keptKind('Goal');
type PlanGoal = CarePlan['goals'][number];

const LIFECYCLE: Record<PlanGoal['state'], string> = { active: 'active', reached: 'completed', given_up: 'cancelled' };
const ACHIEVED = 'http://terminology.hl7.org/CodeSystem/goal-achievement';

/** A goal of a care plan, in the words that were said with the person. */
function goalOf({ goalId, needCode, words, state }: PlanGoal, personId: string): Resource {
  const achieved = state === 'reached' ? 'achieved' : state === 'given_up' ? 'not-attainable' : 'in-progress';
  return pruned({
    resourceType: 'Goal',
    id: goalId,
    meta: { versionId: state === 'active' ? '1' : '2' },
    lifecycleStatus: LIFECYCLE[state],
    achievementStatus: { coding: [{ system: ACHIEVED, code: achieved }] },
    category: categoriesOf(needCode),
    description: { text: words },
    subject: { reference: `Patient/${personId}` },
  }) as Resource;
}

async function planOf(call: Call, personId: string): Promise<CarePlan | null> {
  if (!call.ctx.actor.permissions.has('referral:send')) return null;
  try {
    return (await call.referrals.getCarePlan({ personId })).plan;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'person_not_found') return null;
    throw fault;
  }
}

async function planGoals(call: Call, personId: string): Promise<Resource[]> {
  return ((await planOf(call, personId))?.goals ?? []).map((goal) => goalOf(goal, personId));
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  const kept = await own.read(call, id);
  if (kept !== undefined || !isUuid(id)) return kept;
  const personId = await findGoalPerson(call.ctx, id);
  return personId === undefined ? undefined : (await planGoals(call, personId)).find((goal) => goal['id'] === id);
}

/** With the first page of what was stated come the goals of the person's plan. */
async function search(call: Call, question: Question): Promise<Page> {
  const page = await own.search(call, question);
  const [personId] = personsAsked(question) ?? [];
  if (personId === undefined || question.cursor !== null) return page;
  const [ids, states, categories] = [
    idsLeft(question),
    codesAsked(question, 'lifecycle-status'),
    codesAsked(question, 'category'),
  ];
  const goals = (await planGoals(call, personId)).filter(
    (goal) =>
      (ids === null || ids.includes(String(goal['id']))) &&
      (states === null || states.includes(String(goal['lifecycleStatus']))) &&
      (categories === null || categories.some((code) => hasCode(goal['category'] as Concept[], code))),
  );
  return { ...page, resources: [...goals, ...page.resources] };
}

/** What a body asks of a care plan: an active goal, in words, for a need of ours. */
function plannedIn(given: Resource): { needCode: string; words: string } | undefined {
  const { category = [], description, lifecycleStatus } = readShape(given, SHAPES.Goal);
  const needCode = needIn(category);
  const words = description.text?.trim().slice(0, 300) ?? '';
  return needCode === undefined || words === '' || lifecycleStatus !== 'active' ? undefined : { needCode, words };
}

/** Where somebody has a care plan and the goal is for a need of ours, it is a goal of that plan; else it is kept as it was said. */
async function create(call: Call, given: Resource): Promise<Resource> {
  const planned = plannedIn(given);
  const personId = personNamed(call, readShape(given, SHAPES.Goal).subject, 'Goal.subject');
  const plan = planned === undefined ? null : await planOf(call, personId);
  if (plan === null || planned === undefined) return own.create(call, given);
  const before = new Set(plan.goals.map(({ goalId }) => goalId));
  const after = await call.referrals.addGoal({ personId, ...planned });
  const added = after.plan?.goals.find(({ goalId }) => !before.has(goalId)) ?? refuse('resource_not_found');
  return goalOf(added, personId);
}

/** A goal of a plan ends; its words are changed where the plan is led. Refuses `status_not_kept`. */
async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  const goalId = String(before['id']);
  if ((await findKept(call, 'Goal', goalId)) !== undefined) return own.update(call, given, before);
  const body = readShape(given, SHAPES.Goal);
  const personId = personNamed(call, body.subject, 'Goal.subject');
  const state = body.lifecycleStatus === 'completed' ? 'reached' : 'given_up';
  if (body.lifecycleStatus === before['lifecycleStatus']) return before;
  if (!['completed', 'cancelled', 'rejected'].includes(body.lifecycleStatus))
    refuse('status_not_kept', { fields: [{ path: 'Goal.lifecycleStatus', code: 'invalid' }] });
  const { plan } = await call.referrals.endGoal({ personId, goalId, state });
  const goal = plan?.goals.find((one) => one.goalId === goalId) ?? refuse('resource_not_found');
  return goalOf(goal, personId);
}

/** Goals: of a care plan, and what was stated besides. */
export const goalKind: Kind = {
  read,
  search,
  create,
  update,
  versions: async (call, id) => {
    const kept = await own.versions(call, id);
    const goal = kept.length > 0 ? undefined : await read(call, id);
    return goal === undefined ? kept : [goal];
  },
};
