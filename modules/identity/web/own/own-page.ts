import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type OwnAccount } from '../../contract/index.ts';
import { needFresh } from './confirm-first.ts';

/** One's own account, for a page that changes what opens it: both factors must just have been given. */
export async function freshAccount({
  context,
  request,
}: Pick<LoaderFunctionArgs, 'context' | 'request'>): Promise<OwnAccount> {
  const own = await apiOf(context, identityRoutes).getOwnAccount({});
  needFresh(own, request);
  return own;
}
