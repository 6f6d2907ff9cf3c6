import { type LoaderFunctionArgs, redirect } from 'react-router';
import { acceptedLocale } from './accepted-locale.ts';

/** The bare address leads to the reader's language, with what it asked for. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const locale = acceptedLocale(request.headers.get('accept-language'));
  return redirect(`/${locale}${new URL(request.url).search}`, { headers: { vary: 'accept-language' } });
}
