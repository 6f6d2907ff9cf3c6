import { pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import { Organisation, OrganisationId } from './organisation.ts';

export const organisationsRoutes = {
  listOrganisations: route({
    path: 'GET /organisations',
    may: 'anyone',
    input: Paging,
    output: pageOf(Organisation),
    refusals: [],
    offline: 'read',
  }),
  getOrganisation: route({
    path: 'GET /organisations/:organisationId',
    may: 'anyone',
    input: z.object({ organisationId: OrganisationId }),
    output: Organisation,
    refusals: ['organisation_not_found'],
    offline: 'read',
  }),
};
