import { apiOf } from '@qantara/ui';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import type { LoaderFunctionArgs } from 'react-router';

/** The areas, where some of these accounts or requests names one: so that a page can say which. */
export async function areasFor(
  context: LoaderFunctionArgs['context'],
  named: readonly { areaId: string | null }[],
): Promise<Area[]> {
  if (named.every(({ areaId }) => areaId === null)) return [];
  return (await apiOf(context, territoryRoutes).listAreas({})).areas;
}
