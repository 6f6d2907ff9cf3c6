import { Sector } from './organisation.ts';

export { Organisation, OrganisationId, Sector } from './organisation.ts';
export { organisationsRoutes } from './routes.ts';
export const enumMessages = { 'organisations.sector': Sector };
