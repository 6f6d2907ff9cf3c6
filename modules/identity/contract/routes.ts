import { accountRoutes } from './account-routes.ts';
import { keyringRoutes } from './keyring-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { programRoutes } from './program-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { teamRoutes } from './team-routes.ts';

export const identityRoutes = {
  ...signInRoutes,
  ...ownRoutes,
  ...keyringRoutes,
  ...accountRoutes,
  ...programRoutes,
  ...roleRoutes,
  ...teamRoutes,
};
