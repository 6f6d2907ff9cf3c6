export { listAllOrganisations } from './list-all-organisations.ts';
