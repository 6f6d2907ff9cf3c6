import {
  byApp,
  checkTodo,
  checkTodoStep,
  codesAsked,
  isReferralTask,
  isUuid,
  partsOfCursor,
  readShape,
  SHAPES,
  cursorOf,
  type Question,
  type Resource,
  type TaskBody,
} from '../../domain/index.ts';
import { refuse } from '@qantara/kernel';
import { NOTHING, type Call, type Kind, type Page } from '../call.ts';
import { findKept, type KeptRow } from '../resource-store.ts';
import { createKept, searchKept, shownKept, updateKept, versionsOf } from './kept.ts';
import { readReferral, referralVersions, searchReferrals } from './read-referral-task.ts';
import { sendTask, stepTask } from './referral-task.ts';

async function read(call: Call, id: string): Promise<Resource | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await findKept(call, 'Task', id);
  return row === undefined ? readReferral(call, id.toLowerCase()) : (await shownKept(call, [row]))[0];
}

/** What people are to do, for what is left of a page; a cursor of theirs says so. */
async function searchTodos(call: Call, question: Question, parts: readonly string[] | null): Promise<Page> {
  const cursor = parts?.[0] === 'todo' && parts.length > 2 ? cursorOf(parts.slice(1)) : null;
  const page = await searchKept(call, { ...question, cursor }, ['Task']);
  const next = page.next === null ? null : cursorOf(['todo', ...(partsOfCursor(page.next) ?? [])]);
  return { ...page, next };
}

/** Which of the two a search asks for: by `code`, and by where its cursor is. */
function partsAsked(question: Question, parts: readonly string[] | null): { referrals: boolean; todos: boolean } {
  const codes = codesAsked(question, 'code');
  const isOrder = codesAsked(question, 'intent')?.includes('order') !== false;
  const isSent = parts === null || parts[0] === 'referral';
  return {
    referrals: isOrder && isSent && codes?.includes('fulfill') !== false,
    todos: isOrder && (codes === null || codes.some((code) => code !== 'fulfill')),
  };
}

/** Referrals first, then what people are to do. */
async function search(call: Call, question: Question): Promise<Page> {
  const parts = partsOfCursor(question.cursor);
  const asked = partsAsked(question, parts);
  const sent = asked.referrals ? await searchReferrals(call, question, parts?.slice(1) ?? null) : NOTHING;
  if (sent.next !== null || !asked.todos) return sent;
  const room = question.count - sent.resources.length;
  if (room <= 0) return { ...sent, next: cursorOf(['todo']) };
  const rest = await searchTodos(call, { ...question, count: room }, parts);
  return { resources: [...sent.resources, ...rest.resources], next: rest.next };
}

function checkNew(task: TaskBody): void {
  if (task.status !== 'ready') refuse('status_not_kept', { fields: [{ path: 'Task.status', code: 'invalid' }] });
  checkTodo(task);
  const missing = (['requester', 'owner', 'authoredOn'] as const).filter((name) => task[name] === undefined);
  if (missing.length > 0)
    refuse('todo_rule', { fields: missing.map((name) => ({ path: `Task.${name}`, code: 'required' })) });
}

async function create(call: Call, given: Resource): Promise<Resource> {
  const body = readShape(given, SHAPES.Task);
  if (isReferralTask(body)) return sendTask(call, body);
  return (await createKept(call, given, checkNew)).resource;
}

/** Whoever stated it is the requester; another program that reaches the person is the app that the person holds. */
function settled(call: Call, row: KeptRow) {
  const side = row.account_id === call.ctx.actor.accountId ? ('requester' as const) : ('app' as const);
  return (before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> => {
    const [was, now] = [before as TaskBody, after as TaskBody];
    if (was.status !== now.status) checkTodoStep(was.status, now.status, side);
    const kept = byApp(was, now);
    checkTodo(kept);
    return kept;
  };
}

async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  const row = await findKept(call, 'Task', String(before['id']));
  if (row === undefined) return stepTask(call, readShape(given, SHAPES.Task), before);
  return updateKept(call, { given, row }, settled(call, row));
}

/** Referrals as Tasks, and what people are to do. */
export const taskKind: Kind = {
  read,
  search,
  create,
  update,
  versions: async (call, id) => {
    const row = isUuid(id) ? await findKept(call, 'Task', id) : undefined;
    return row === undefined ? referralVersions(call, id.toLowerCase()) : versionsOf(call, row);
  },
};
