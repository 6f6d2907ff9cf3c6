export { FORGET_SECONDS, PER_ACCOUNT, PER_PAIR, PER_PLACE, waitAfter, type BackOff } from './back-off.ts';
export { browserFamily } from './browser-family.ts';
export { accessCodeFrom, readAccessCode } from './access-code.ts';
export { knownPermissions, OF_RESIDENT, permissionsOf, UNCONFIRMED } from './roles.ts';
