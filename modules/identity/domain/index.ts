export { FORGET_SECONDS, PER_ACCOUNT, PER_PAIR, PER_PLACE, waitAfter, type BackOff } from './back-off.ts';
export { browserFamily } from './browser-family.ts';
export { accessCodeFrom, readAccessCode } from './access-code.ts';
export {
  AREA_NAMES,
  AREAS_OF_WORK,
  KEEPS_A_REGION,
  MARKS,
  needsArea,
  needsOrganisation,
  ON_PEOPLE,
  scopeOf,
  SCOPES,
  type AreaOfWork,
  type MarkFamily,
  type Scope,
} from './permissions.ts';
export { roleCodeOf } from './role-code.ts';
export { onlyTakesAway, roleDifference, type RoleDifference } from './role-difference.ts';
export { maySuitProgram, missingNeeds, roleFaults, type MissingNeed, type RoleFault } from './role-soundness.ts';
export { readSignInName } from './sign-in-name.ts';
export {
  COMPOSABLE,
  EVERYONE,
  knownPermissions,
  OF_NO_ROLE,
  OF_RESIDENT,
  ownPermissions,
  ownPermissionsOf,
  permissionsHeld,
  permissionsOf,
  UNCONFIRMED,
  type KeptRole,
} from './roles.ts';
