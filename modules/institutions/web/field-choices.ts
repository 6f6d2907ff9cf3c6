import { listAllOrganisations } from '@qantara/organisations/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes } from '../contract/index.ts';
import type { FieldChoices } from './InstitutionFields.tsx';

/** What the form of an institution lets one choose among. */
export async function fieldChoices(context: LoaderFunctionArgs['context']): Promise<FieldChoices> {
  const { kinds } = await apiOf(context, institutionsRoutes).listKinds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { kinds, areas, organisations: await listAllOrganisations(context) };
}
