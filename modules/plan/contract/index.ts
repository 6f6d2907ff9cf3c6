import { FrameworkArea, ItemKind, Lever, Progress, TargetKind, TargetStatus } from './plan.ts';

export {
  FrameworkArea,
  Item,
  ItemId,
  ItemKind,
  Lever,
  Plan,
  PlanId,
  Progress,
  ReportProgress,
  Target,
  TargetStatus,
} from './plan.ts';
export { planRoutes } from './routes.ts';
export const enumMessages = {
  'plan.kind': ItemKind,
  'plan.framework': FrameworkArea,
  'plan.lever': Lever,
  'plan.progress': Progress,
  'plan.status': TargetStatus,
};
/** Seen in the target itself. */
export const wordlessEnums = [TargetKind];
