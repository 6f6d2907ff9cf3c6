export { listAllOrganisations } from './list-all-organisations.ts';
export { organisationChoices } from './organisation-choices.ts';
