import { listAllOrganisations } from '@qantara/organisations/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import type { FieldChoices } from './AssetFields.tsx';

/** What the form of an asset lets one choose among. */
export async function fieldChoices(context: LoaderFunctionArgs['context']): Promise<FieldChoices> {
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas, organisations: await listAllOrganisations(context) };
}
