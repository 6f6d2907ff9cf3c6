import { accountRoutes } from './account-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

export const identityRoutes = { ...signInRoutes, ...ownRoutes, ...accountRoutes };
