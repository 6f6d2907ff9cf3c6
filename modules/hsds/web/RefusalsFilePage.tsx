import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type ImportId, type RowRefusal } from '../contract/index.ts';
import { refusalsCsv } from './refusals-csv.ts';

const PER_PAGE = 1000;

/** Everything that an import refused, as one file to hand back to whoever keeps the source. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const importId = (params['importId'] ?? '') as ImportId;
  const api = apiOf(context, hsdsRoutes);
  const refusals: RowRefusal[] = [];
  for (let page = 1; ; page += 1) {
    const { items, hasMore } = await api.listRowRefusals({ importId, page, perPage: PER_PAGE });
    refusals.push(...items);
    if (!hasMore) break;
  }
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="refusals.csv"',
  };
  return new Response(refusalsCsv(refusals), { headers });
}
