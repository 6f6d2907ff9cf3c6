import { PolicyKind, PolicyLevel, PolicyPosition, PolicyStage } from './policy.ts';

export {
  ChangePolicy,
  MovePolicy,
  NewPolicy,
  Policy,
  PolicyFilter,
  PolicyId,
  PolicyKind,
  PolicyLevel,
  PolicyPosition,
  PolicyStage,
  PolicyWords,
  ReachedStage,
  ServedItem,
} from './policy.ts';
export { policiesRoutes } from './routes.ts';
export const enumMessages = {
  'policies.level': PolicyLevel,
  'policies.kind': PolicyKind,
  'policies.stage': PolicyStage,
  'policies.position': PolicyPosition,
};
