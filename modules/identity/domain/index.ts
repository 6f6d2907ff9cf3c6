export { accessCodeFrom, readAccessCode } from './access-code.ts';
export { knownPermissions, OF_RESIDENT, permissionsOf, UNCONFIRMED } from './roles.ts';
