import { PackageState, RegionState, Way } from './routes.ts';

export { InstanceId, PACKAGE_REFUSALS, PACKAGE_SCHEMA, PackageContent, ToldFigure, ToldPlan } from './package.ts';
export {
  Exchange,
  ministryRoutes,
  PackageCard,
  PackageId,
  PackageState,
  RegionCard,
  RegionState,
  RolledFigure,
  RollUp,
  Way,
} from './routes.ts';
export const enumMessages = {
  'ministry.package_state': PackageState,
  'ministry.region_state': RegionState,
  'ministry.way': Way,
};
