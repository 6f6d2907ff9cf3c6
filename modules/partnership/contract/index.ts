import { CooperationKind, cooperationRoutes, CooperationState, Frame } from './cooperation.ts';
import { IssueKind, issueRoutes, IssueState } from './issue.ts';
import { Dimension, readinessRoutes, Standing } from './readiness.ts';
import { tieRoutes } from './ties.ts';

export { Assessment, Dimension, NewAssessment, Readiness, Standing } from './readiness.ts';
export { Issue, IssueId, IssueKind, IssueLine, IssueState, IssueWord, NewIssue } from './issue.ts';
export {
  ChangedCooperation,
  Cooperation,
  CooperationId,
  CooperationKind,
  CooperationState,
  Frame,
  NewCooperation,
} from './cooperation.ts';
export { Tie, TiedOrganisation } from './ties.ts';
export const partnershipRoutes = { ...readinessRoutes, ...issueRoutes, ...cooperationRoutes, ...tieRoutes };
export const enumMessages = {
  'partnership.dimension': Dimension,
  'partnership.standing': Standing,
  'partnership.issue_kind': IssueKind,
  'partnership.issue_state': IssueState,
  'partnership.cooperation_kind': CooperationKind,
  'partnership.cooperation_state': CooperationState,
  'partnership.frame': Frame,
};
