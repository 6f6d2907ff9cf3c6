import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { organisationsRoutes } from '../contract/index.ts';
import { findOrganisation, listOrganisations } from './organisation-store.ts';
import type { OrganisationsTables } from './tables.gen.ts';

export {
  listOrganisationsOfSource,
  saveOrganisationRecords,
  type OrganisationRecord,
} from './organisation-record-store.ts';
export {
  findOrganisation,
  listOrganisationNames,
  listOrganisationsById,
  openToReferrals,
  saveOrganisation,
  type NewOrganisation,
} from './organisation-store.ts';

export const organisationsModule = serverModule<typeof organisationsRoutes, OrganisationsTables>({
  name: 'organisations',
  routes: organisationsRoutes,
  handlers: {
    listOrganisations: async (ctx, paging) => ({
      ...(await listOrganisations(ctx.db, paging)),
      page: paging.page,
      perPage: paging.perPage,
    }),
    getOrganisation: async (ctx, { organisationId }) =>
      (await findOrganisation(ctx, organisationId)) ?? refuse('organisation_not_found'),
  },
});
