import type {
  Compliance,
  ComplianceReason,
  ComplianceStatus,
  InspectionOutcome,
  LicenceStanding,
  LicenceState,
  Severity,
} from '../contract/index.ts';
import { monthsAfter } from './days.ts';
import { licenceStandingOf } from './licence.ts';
import { shortcomingStandingOf, type ShortcomingState } from './shortcoming.ts';

/** All that the status of an institution follows from. */
export type ComplianceFacts = {
  licence: { state: LicenceState | null; validUntil: string | null };
  /** Inspections that were made, in any order. */
  inspections: readonly { doneOn: string; outcome: InspectionOutcome }[];
  shortcomings: readonly { severity: Severity; state: ShortcomingState; dueOn: string }[];
  inspectionMonths: number;
};

const STATUS_OF: Record<ComplianceReason, ComplianceStatus> = {
  no_licence: 'not_compliant',
  licence_stopped: 'not_compliant',
  licence_expired: 'not_compliant',
  critical_open: 'not_compliant',
  deadline_passed: 'not_compliant',
  never_inspected: 'unknown',
  inspection_too_old: 'unknown',
  inspection_unacceptable: 'not_compliant',
  shortcomings_open: 'conditions',
  licence_provisional: 'conditions',
  all_in_order: 'compliant',
};

const OF_LICENCE: Partial<Record<LicenceStanding, ComplianceReason>> = {
  none: 'no_licence',
  applied: 'no_licence',
  suspended: 'licence_stopped',
  withdrawn: 'licence_stopped',
  expired: 'licence_expired',
};

type Last = { doneOn: string; outcome: InspectionOutcome };

function lastOf(inspections: ComplianceFacts['inspections']): Last | undefined {
  return inspections.toSorted((a, b) => (a.doneOn < b.doneOn ? 1 : -1))[0];
}

function reasonOf(facts: ComplianceFacts, last: Last | undefined, today: string): ComplianceReason {
  const standing = licenceStandingOf(facts.licence, today);
  const ofLicence = OF_LICENCE[standing];
  if (ofLicence !== undefined) return ofLicence;
  const unsettled = facts.shortcomings.filter(({ state }) => state !== 'verified');
  if (unsettled.some(({ severity }) => severity === 'critical')) return 'critical_open';
  if (unsettled.some((one) => shortcomingStandingOf(one, today) === 'overdue')) return 'deadline_passed';
  if (last === undefined) return 'never_inspected';
  if (monthsAfter(last.doneOn, facts.inspectionMonths) < today) return 'inspection_too_old';
  if (last.outcome === 'unacceptable') return 'inspection_unacceptable';
  if (unsettled.length > 0) return 'shortcomings_open';
  return standing === 'provisional' ? 'licence_provisional' : 'all_in_order';
}

/**
 * Whether an institution is as the law wants it, and which rule decided. The first that holds, worst first: no valid
 * licence, a critical shortcoming or a passed deadline are known and do not fade; then an institution never inspected,
 * or not within its cadence, is unknown whatever its last outcome was; only then the last inspection speaks. What the
 * institution says it corrected counts as open until an inspector has verified it.
 */
export function complianceOf(facts: ComplianceFacts, today: string): Compliance {
  const last = lastOf(facts.inspections);
  const reason = reasonOf(facts, last, today);
  return {
    status: STATUS_OF[reason],
    reason,
    lastInspectedOn: last?.doneOn ?? null,
    nextInspectionDueOn: last === undefined ? null : monthsAfter(last.doneOn, facts.inspectionMonths),
  };
}
