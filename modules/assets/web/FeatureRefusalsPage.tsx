import { csvOf } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { assetsRoutes, type AssetImportId, type FeatureRefusal } from '../contract/index.ts';

const PER_PAGE = 1000;
const COLUMNS = ['feature', 'field', 'value', 'code'] as const;

/** Everything that an import refuses, as one file to hand back to whoever keeps the source. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const importId = (params['importId'] ?? '') as AssetImportId;
  const api = apiOf(context, assetsRoutes);
  const refusals: FeatureRefusal[] = [];
  for (let page = 1; ; page += 1) {
    const { items, hasMore } = await api.listFeatureRefusals({ importId, page, perPage: PER_PAGE });
    refusals.push(...items);
    if (!hasMore) break;
  }
  const rows = refusals.map((refusal) => COLUMNS.map((column) => refusal[column]));
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="refusals.csv"',
  };
  return new Response(csvOf([[...COLUMNS], ...rows]), { headers });
}
