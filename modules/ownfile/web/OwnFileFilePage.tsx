import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { ownfileRoutes } from '../contract/index.ts';

/** The whole of it as a file, for the person to keep. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const file = await apiOf(context, ownfileRoutes).getOwnFile({});
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-file.json"',
    'cache-control': 'no-store',
  };
  return new Response(JSON.stringify(file, null, 2), { headers });
}
