import { ItemKind, LevelTemplate } from './level.ts';
import { FrameworkArea, Lever, PlanState, Progress, Reach, TargetKind, TargetStatus } from './plan.ts';

export { ItemKind, Level, LevelCode, LevelTemplate } from './level.ts';
export {
  FrameworkArea,
  Item,
  ItemId,
  Lever,
  NamedPlan,
  Plan,
  PlanFacts,
  PlanId,
  PlanState,
  Progress,
  Reach,
  ReportProgress,
  Service,
  Target,
  TargetKind,
  TargetStatus,
} from './plan.ts';
export {
  AddItem,
  AddTarget,
  AdoptPlan,
  ChangedItem,
  ChangedPlan,
  ChangeItem,
  ChangePlan,
  ItemProgress,
  ItemWords,
  NextPlan,
  OfPlan,
  PlanWords,
  RemoveItem,
  RemoveLevel,
  RemoveTarget,
  SaveLevel,
  StartPlan,
} from './writing.ts';
export { planRoutes } from './routes.ts';
export const enumMessages = {
  'plan.kind': ItemKind,
  'plan.framework': FrameworkArea,
  'plan.lever': Lever,
  'plan.progress': Progress,
  'plan.status': TargetStatus,
  'plan.reach': Reach,
  'plan.state': PlanState,
  'plan.template': LevelTemplate,
  'plan.target_kind': TargetKind,
};
