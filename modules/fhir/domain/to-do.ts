import { refuse } from '@qantara/kernel';
import type { Concept } from './resource.ts';
import type { TaskBody } from './shapes.ts';

export type TodoSide = 'requester' | 'app';
type Status = TaskBody['status'];
type Parameter = NonNullable<TaskBody['input']>[number];

const APP_ENDS = ['completed', 'failed', 'cancelled'] as const;
const FROM: Partial<Record<Status, readonly Status[]>> = {
  ready: ['in-progress', 'on-hold', ...APP_ENDS],
  'in-progress': ['on-hold', ...APP_ENDS],
  'on-hold': ['in-progress', ...APP_ENDS],
};

/**
 * What a person is to do (SDOHCC-TaskForPatient, anchors §3.3): its states and who moves it. Refuses `step_not_possible`, and
 * `other_side_decides` where the status is the other side's to set.
 */
export function checkTodoStep(from: Status, to: Status, side: TodoSide): void {
  const fault = { fields: [{ path: 'Task.status', code: 'invalid' }] };
  if (from === 'entered-in-error') refuse('step_not_possible', fault);
  if (to === 'entered-in-error') {
    if (side !== 'requester') refuse('other_side_decides', fault);
    return;
  }
  if (FROM[from]?.includes(to) !== true) refuse('step_not_possible', fault);
  if (to !== 'cancelled' && side !== 'app') refuse('other_side_decides', fault);
}

const has = (concept: Concept, code: string): boolean => (concept.coding ?? []).some((coding) => coding.code === code);
const ofType = (parameters: readonly Parameter[] | undefined, ...codes: string[]): Parameter[] =>
  (parameters ?? []).filter(({ type }) => codes.some((code) => has(type, code)));

const ASKED = ['questionnaire', 'questionnaire-pdf', 'questionnaire-url'];
const CATEGORIES = [
  'risk-questionnaire',
  'feedback-questionnaire',
  'application-questionnaire',
  'personal-characteristics-questionnaire',
];

type Rule = { of: string; path: string; holds: (task: TaskBody) => boolean };

/** The seven invariants of the profile, each at the element that breaks it. */
const RULES: readonly Rule[] = [
  {
    of: 'complete-questionnaire',
    path: 'Task.input',
    holds: ({ input }) => ofType(input, ...ASKED).length === 1,
  },
  {
    of: 'complete-questionnaire',
    path: 'Task.input',
    holds: ({ input }) =>
      ofType(input, 'questionnaire-category').some(({ valueCodeableConcept }) =>
        CATEGORIES.some((category) => has(valueCodeableConcept ?? {}, category)),
      ),
  },
  {
    of: 'complete-questionnaire',
    path: 'Task.output',
    holds: ({ output }) => onlyOf(output, 'questionnaire-response', 'questionnaire-pdf-completed'),
  },
  { of: 'general-information', path: 'Task.description', holds: ({ description }) => description !== undefined },
  {
    of: 'make-contact',
    path: 'Task.input',
    holds: ({ input }) => ofType(input, 'contact-entity').length > 0,
  },
  {
    of: 'make-contact',
    path: 'Task.output',
    holds: ({ output, description }) =>
      onlyOf(output, 'chosen-contact') && (output === undefined || description !== undefined),
  },
  {
    of: 'review-material',
    path: 'Task.focus',
    holds: ({ focus }) => focus?.reference?.includes('DocumentReference/') === true,
  },
];

function onlyOf(output: TaskBody['output'], ...codes: string[]): boolean {
  return (output ?? []).length === ofType(output, ...codes).length;
}

const CODES = ['complete-questionnaire', 'general-information', 'make-contact', 'review-material'];

/** Refuses `todo_rule`, naming each element at fault. */
export function checkTodo(task: TaskBody): void {
  const code = CODES.find((one) => has(task.code, one));
  const isKnown = code !== undefined && (task.priority === 'routine' || task.priority === 'urgent');
  const path = code === undefined ? 'Task.code' : 'Task.priority';
  if (!isKnown) refuse('todo_rule', { fields: [{ path, code: 'invalid' }] });
  const broken = RULES.filter((rule) => rule.of === code && !rule.holds(task));
  if (broken.length > 0) refuse('todo_rule', { fields: broken.map((rule) => ({ path: rule.path, code: 'invalid' })) });
}

/** What of a Task its app may write over what the requester said. */
export function byApp(before: TaskBody, after: TaskBody): TaskBody {
  const { status, statusReason, output } = after;
  const { statusReason: _reason, output: _output, ...kept } = before;
  return {
    ...kept,
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(output === undefined ? {} : { output }),
  };
}
