import { parse } from 'hono/utils/cookie';

export type CookieSettings = { secure: boolean };

function nameOf(settings: CookieSettings): string {
  return settings.secure ? '__Host-qantara' : 'qantara';
}

/** The session token that a request carries, in its cookie or as a bearer token. */
export function tokenOf(request: Request, settings: CookieSettings): string | null {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '');
  if (bearer?.[1] !== undefined) return bearer[1];
  return parse(request.headers.get('cookie') ?? '')[nameOf(settings)] ?? null;
}

/**
 * The header that keeps or clears a session. `Lax`, so that a link in a message opens where the person was signed in;
 * writes from elsewhere are refused by the cross-site check.
 */
export function sessionCookie(token: string | null, maxAgeSeconds: number, settings: CookieSettings): string {
  const age = token === null ? 0 : maxAgeSeconds;
  const secure = settings.secure ? '; Secure' : '';
  return `${nameOf(settings)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}
