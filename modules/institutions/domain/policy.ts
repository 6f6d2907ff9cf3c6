import type { Actor } from '@qantara/kernel';
import type { ShortcomingStep } from '../contract/index.ts';

/** Whether the actor reads the whole register; others who may read see the institutions of their own organisation. */
export function seesAll(actor: Actor): boolean {
  return actor.kind === 'account' && actor.permissions.has('institution:oversee');
}

/** Whether this institution exists for the actor beyond what residents read. */
export function maySee(actor: Actor, institution: { organisationId: string }): boolean {
  if (seesAll(actor)) return true;
  return (
    actor.kind === 'account' && actor.organisationId !== null && actor.organisationId === institution.organisationId
  );
}

const NEEDED: Record<ShortcomingStep, string> = {
  correct: 'institution:correct',
  verify: 'institution:inspect',
  return: 'institution:inspect',
};

/** Of the steps that are possible those which this actor may take. */
export function stepsAllowed(actor: Actor, steps: readonly ShortcomingStep[]): ShortcomingStep[] {
  return steps.filter((step) => actor.permissions.has(NEEDED[step]));
}
