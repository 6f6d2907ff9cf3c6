import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type PackageId } from '../contract/index.ts';

/** A package as one file, to be carried by hand. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const packageId = (params['packageId'] ?? '') as PackageId;
  const { card, signed } = await apiOf(context, ministryRoutes).getPackage({ packageId });
  const headers = {
    'content-type': 'application/jose; charset=utf-8',
    'content-disposition': `attachment; filename="package-${card.sequence}.jws"`,
    'cache-control': 'no-store',
  };
  return new Response(signed, { headers });
}
