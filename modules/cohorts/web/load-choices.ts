import type { LocalizedText } from '@qantara/kernel';
import { directoryRoutes } from '@qantara/directory/contract';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';

type Need = { needCode: string; name: LocalizedText };

/** What criteria name: the areas and the needs, to choose from and to call by their names. */
export async function loadChoices(context: LoaderFunctionArgs['context']): Promise<{ areas: Area[]; needs: Need[] }> {
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  return { areas, needs: needs.map(({ needCode, name }) => ({ needCode, name })) };
}

/** The same by identifier and code. */
export function namesOf(choices: { areas: Area[]; needs: Need[] }): {
  areas: Record<string, LocalizedText>;
  needs: Record<string, LocalizedText>;
} {
  return {
    areas: Object.fromEntries(choices.areas.map(({ areaId, name }) => [areaId, name])),
    needs: Object.fromEntries(choices.needs.map(({ needCode, name }) => [needCode, name])),
  };
}
