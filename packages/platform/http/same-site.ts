const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).host : null;
}

/**
 * Whether a request that changes something comes from our own pages: by fetch metadata where the browser sends it, by
 * Origin or Referer where it is older. A bearer token is not sent by a browser on its own, so it needs neither.
 * Basic credentials are: a browser repeats them by itself, beside a cookie.
 */
export function isFromOurPages(request: Request, host: string | undefined): boolean {
  if (SAFE.has(request.method) || (request.headers.get('authorization') ?? '').startsWith('Bearer ')) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = hostOf(request.headers.get('origin')) ?? hostOf(request.headers.get('referer'));
  // Neither header: not a browser of the last ten years, and then not one that holds our cookie.
  return from === null ? !request.headers.has('cookie') : from === host;
}
