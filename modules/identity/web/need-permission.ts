import { Refusal } from '@qantara/kernel';
import { pageContext, PageRefusal } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';

/** For a page that shows a form before it asks the server for anything: who could not send it does not see it either. */
export function needPermission(context: LoaderFunctionArgs['context'], permission: string): void {
  const { account } = context.get(pageContext);
  if (account === null) throw new PageRefusal(new Refusal('not_signed_in'));
  if (!account.permissions.includes(permission)) throw new PageRefusal(new Refusal('not_allowed'));
}
