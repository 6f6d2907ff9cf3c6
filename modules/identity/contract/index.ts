import { Role } from './account.ts';

export { Account, AccountId, Email, NewAccount, Role } from './account.ts';
export { identityRoutes } from './routes.ts';
export const enumMessages = { 'identity.role': Role };
