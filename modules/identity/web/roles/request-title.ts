import type { UsedPage } from '@qantara/ui';
import type { RoleRequest } from '../../contract/index.ts';
import { roleNameOf } from './role-words.ts';

/** What a request is about, in one line. */
export function requestTitle(page: Pick<UsedPage, 't' | 'text'>, request: RoleRequest): string {
  const { kind, role, roleName, account } = request;
  const name = roleNameOf(page, { role, roleName });
  return page.t(`identity.requests.title_${kind}`, { role: name, name: account?.displayName ?? '' });
}
