import { apiOf, pageContext } from '@qantara/ui';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type FinishedOpenId } from '../../contract/index.ts';
import { localPath } from '../local-path.ts';

function pathAfter({ outcome, next }: FinishedOpenId): string {
  const onward = localPath(next);
  const query = onward === null ? '' : `next=${encodeURIComponent(onward)}`;
  if (outcome === 'signed_in') return `/sign-in?${query}`;
  if (outcome === 'second_factor') return `/sign-in/second-factor?${query}`;
  return outcome === 'linked' ? '/account' : `/sign-in?problem=${outcome}&${query}`;
}

/** Where the provider sends people back to: what came of it is told in the language that they left in. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale, account } = context.get(pageContext);
  const query = new URL(request.url).search.slice(1, 8000);
  const finished = await apiOf(context, identityRoutes).finishOpenId({ query });
  const { outcome } = finished;
  // Somebody who was only linking their account is still signed in: there the sign-in page would say nothing.
  const path =
    account !== null && outcome !== 'signed_in' && outcome !== 'linked'
      ? `/account?problem=${outcome}`
      : pathAfter(finished);
  return redirect(`/${finished.locale ?? locale}${path}`);
}

/** Nothing is ever shown here. */
export default function ProviderReturnPage() {
  return null;
}
