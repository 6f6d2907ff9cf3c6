/** A calendar as a file; it is kept by nobody on the way, and no search engine lists it. */
export function calendarResponse({ name, content }: { name: string; content: string }): Response {
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  };
  return new Response(content, { headers });
}
