import { newId } from '@qantara/kernel';
import { apiOf, FormValues } from '@qantara/ui';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes, type AssentId } from '../contract/index.ts';

/** The file is posted for; an address that is opened leads back to where it is asked for. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/${params['locale']}/oversight/exports`);
}

/** The file itself, once. */
export async function action({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const values = new FormValues(await request.formData());
  const assentId = (params['assentId'] ?? '') as AssentId;
  const command = { commandId: values.text('commandId') ?? newId() };
  const { content, fileName, digest } = await apiOf(context, oversightRoutes).fetchExport({ assentId }, command);
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
    digest: `sha-256=${Buffer.from(digest, 'hex').toString('base64')}`,
  };
  return new Response(content, { headers });
}
