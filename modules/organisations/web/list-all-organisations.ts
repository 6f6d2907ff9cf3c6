import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { organisationsRoutes, type Organisation } from '../contract/index.ts';

const PER_PAGE = 100;
/** A region has hundreds of organisations, not thousands; beyond this a list to choose from helps nobody. */
const MOST_PAGES = 10;

/** Every organisation of the region, for a page that lets one choose among them or names several. */
export async function listAllOrganisations(context: LoaderFunctionArgs['context']): Promise<Organisation[]> {
  const api = apiOf(context, organisationsRoutes);
  const found: Organisation[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, hasMore } = await api.listOrganisations({ page, perPage: PER_PAGE });
    found.push(...items);
    if (!hasMore) break;
  }
  return found;
}
