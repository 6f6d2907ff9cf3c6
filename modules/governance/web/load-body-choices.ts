import { listAllOrganisations } from '@qantara/organisations/web';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { governanceRoutes } from '../contract/index.ts';
import type { BodyChoices } from './BodyFields.tsx';

/** Who can host a body, look after it, and what it can stand on or be a part of. */
export async function loadBodyChoices(context: LoaderFunctionArgs['context']): Promise<BodyChoices> {
  const api = apiOf(context, governanceRoutes);
  const [organisations, { bodies }, choices] = await Promise.all([
    listAllOrganisations(context),
    api.listBodies({}),
    api.listBodyChoices({}),
  ]);
  return { organisations, bodies: bodies.filter(({ closedOn }) => closedOn === null), ...choices };
}
