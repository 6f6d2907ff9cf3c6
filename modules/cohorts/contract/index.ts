import { CohortArm, CohortKind, CohortStanding, CohortStatus, LeaveReason } from './cohort.ts';
import { CriterionAttribute, Fit } from './criteria.ts';

export {
  ChangedCohort,
  Cohort,
  CohortArm,
  CohortId,
  CohortKind,
  CohortMember,
  CohortMembershipId,
  CohortStanding,
  CohortStatus,
  LeaveReason,
  NewCohort,
  PastMembership,
  PersonCohort,
  Proposal,
} from './cohort.ts';
export { Criteria, CriterionAttribute, Fit } from './criteria.ts';
export { cohortsRoutes } from './routes.ts';
/** A fit is said as how somebody stands to a cohort. */
export const wordlessEnums = [Fit];
export const enumMessages = {
  'cohorts.kind': CohortKind,
  'cohorts.status': CohortStatus,
  'cohorts.arm': CohortArm,
  'cohorts.standing': CohortStanding,
  'cohorts.attribute': CriterionAttribute,
  'cohorts.left': LeaveReason,
};
