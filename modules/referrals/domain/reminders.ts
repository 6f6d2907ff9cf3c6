import type { Deadline } from './due-dates.ts';

/** What the system does where nobody acts, in its order. */
export type SystemStep = 'remind' | 'overdue' | 'escalate';
export type NextStep = { step: SystemStep; at: Date };

/** The first that the system does by a deadline. */
export function firstStep({ remindAt, dueAt }: Deadline): NextStep {
  return remindAt === null ? { step: 'overdue', at: dueAt } : { step: 'remind', at: remindAt };
}

/** What comes after this one; nothing once the lead was told. */
export function stepAfter(step: SystemStep, { dueAt, escalateAt }: Omit<Deadline, 'remindAt'>): NextStep | null {
  if (step === 'remind') return { step: 'overdue', at: dueAt };
  return step === 'overdue' ? { step: 'escalate', at: escalateAt } : null;
}
