import { Locale } from '@qantara/kernel';
import { data, type LoaderFunctionArgs, Outlet } from 'react-router';

/** Pages stand under a language that we speak; under anything else there is nothing. */
export function loader({ params }: LoaderFunctionArgs): null {
  if (!Locale.safeParse(params['locale']).success) throw data(null, { status: 404 });
  return null;
}

/** The pages of one language. */
export default function LocaleRoute() {
  return <Outlet />;
}
