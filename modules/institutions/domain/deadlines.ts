import type { Compliance, DeadlineKind, LicenceStanding } from '../contract/index.ts';
import type { ShortcomingState } from './shortcoming.ts';

export type DeadlineFacts = {
  licence: { standing: LicenceStanding; validUntil: string | null };
  compliance: Pick<Compliance, 'nextInspectionDueOn'>;
  /** The day an institution came into the register: the first inspection is due from it. */
  registeredOn: string;
  shortcomings: readonly { shortcomingId: string; state: ShortcomingState; dueOn: string }[];
  planned: readonly { inspectionId: string; plannedOn: string }[];
};

export type DueThing = { kind: DeadlineKind; dueOn: string; isOverdue: boolean; subjectId: string | null };

/**
 * All that comes due at one institution, soonest first: its licence's last day, what it must put right, and inspections.
 * One that is planned stands instead of the day by which one is due.
 */
export function deadlinesOf(facts: DeadlineFacts, today: string): DueThing[] {
  const { licence, compliance, planned } = facts;
  const runs = licence.standing === 'granted' || licence.standing === 'provisional' || licence.standing === 'expired';
  const due = (kind: DeadlineKind, dueOn: string, subjectId: string | null = null): DueThing => ({
    kind,
    dueOn,
    isOverdue: dueOn < today,
    subjectId,
  });
  return [
    ...(runs && licence.validUntil !== null ? [due('licence_renewal', licence.validUntil)] : []),
    ...facts.shortcomings
      .filter(({ state }) => state === 'open')
      .map(({ dueOn, shortcomingId }) => due('shortcoming', dueOn, shortcomingId)),
    ...planned.map(({ plannedOn, inspectionId }) => due('inspection_planned', plannedOn, inspectionId)),
    ...(planned.length > 0 || licence.standing === 'withdrawn'
      ? []
      : [due('inspection_due', compliance.nextInspectionDueOn ?? facts.registeredOn)]),
  ].toSorted(bySoonest);
}

/** The soonest first; on one day in the order of kinds, so that a list never jumps. */
export function bySoonest(a: Pick<DueThing, 'dueOn' | 'kind'>, b: Pick<DueThing, 'dueOn' | 'kind'>): number {
  return a.dueOn === b.dueOn ? a.kind.localeCompare(b.kind) : a.dueOn < b.dueOn ? -1 : 1;
}
