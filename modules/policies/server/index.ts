import { serverModule } from '@qantara/platform';
import { policiesRoutes } from '../contract/index.ts';
import { addPolicy, changePolicy, getPolicy, listPolicies, listServable, movePolicy } from './keep-policies.ts';
import type { PoliciesTables } from './tables.gen.ts';

export const policiesModule = serverModule<typeof policiesRoutes, PoliciesTables>({
  name: 'policies',
  routes: policiesRoutes,
  handlers: {
    listPublicPolicies: (ctx, filter) => listPolicies(ctx, filter, { onlyPublic: true }),
    listPolicies: (ctx, filter) => listPolicies(ctx, filter, { onlyPublic: false }),
    getPolicy,
    listServable,
    addPolicy,
    changePolicy,
    movePolicy,
  },
});
