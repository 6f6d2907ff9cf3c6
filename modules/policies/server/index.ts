import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { policiesRoutes, PolicyFilter, type Policy } from '../contract/index.ts';
import { addPolicy, changePolicy, getPolicy, listPolicies, listServable, movePolicy } from './keep-policies.ts';
import type { PoliciesTables } from './tables.gen.ts';

/** Every text that everybody may read, for what is given away. */
export async function listPublicPolicies(ctx: AnyCtx): Promise<Policy[]> {
  const { policies } = await listPolicies(withTables<PoliciesTables>(ctx), PolicyFilter.parse({}), {
    onlyPublic: true,
  });
  return policies;
}

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
