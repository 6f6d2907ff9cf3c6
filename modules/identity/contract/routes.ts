import { accountRoutes } from './account-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { programRoutes } from './program-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { teamRoutes } from './team-routes.ts';

export const identityRoutes = {
  ...signInRoutes,
  ...ownRoutes,
  ...accountRoutes,
  ...programRoutes,
  ...roleRoutes,
  ...teamRoutes,
};
