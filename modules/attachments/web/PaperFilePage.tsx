import { apiOf } from '@qantara/ui';
import type { AttachmentId } from '../contract/index.ts';
import type { PersonId } from '@qantara/people/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { attachmentsRoutes } from '../contract/index.ts';

/** A name as a header takes it: every sign but plain ones by its number (RFC 8187). */
function encodedName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** One paper, to be saved and never shown in the page: what was sent by somebody runs in no window of ours. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const one = {
    personId: (params['personId'] ?? '') as PersonId,
    attachmentId: (params['attachmentId'] ?? '') as AttachmentId,
  };
  const { fileName, mediaType, content } = await apiOf(context, attachmentsRoutes).openAttachment(one);
  const ending = fileName.slice(fileName.lastIndexOf('.'));
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="paper${ending}"; filename*=UTF-8''${encodedName(fileName)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return new Response(Buffer.from(content, 'base64'), { headers });
}
