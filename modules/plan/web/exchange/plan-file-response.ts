import type { PlanFile } from '../../contract/index.ts';

/** A file that was made for whoever asked, to be kept by nobody on the way. */
export function planFileResponse({ content, fileName, mediaType }: PlanFile): Response {
  return new Response(Buffer.from(content, 'base64'), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
