import type { MiddlewareHandler } from 'hono';

/** With this header a page says whose pages may hold it in a frame; it never leaves the server. */
const FRAMED_BY = 'x-framed-by';
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/;
const SCRIPT_OF_ROOT = /^\/[a-z-]+\.js$/;

/**
 * No page of ours stands in another's, but one that says in whose. It is asked of the page alone, so that nothing else opens with it;
 * and the scripts at the root are there for other sites to load.
 */
export const framedBy: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (SCRIPT_OF_ROOT.test(c.req.path)) headers.set('cross-origin-resource-policy', 'cross-origin');
  const named = headers.get(FRAMED_BY);
  if (named === null) return;
  headers.delete(FRAMED_BY);
  const origins = named.split(' ').filter((origin) => ORIGIN.test(origin));
  const policy = headers.get('content-security-policy');
  if (origins.length === 0 || policy === null) return;
  headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
  );
  headers.delete('x-frame-options');
};
