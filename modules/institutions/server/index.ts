import { serverModule } from '@qantara/platform';
import { institutionsRoutes } from '../contract/index.ts';
import { findInstitutions, getPublicInstitution } from './find-institutions.ts';
import {
  addShortcoming,
  cancelInspection,
  planInspection,
  recordInspection,
  recordVisit,
} from './inspect-institution.ts';
import { listKindRows, listRequirementRows } from './institution-store.ts';
import { listDeadlines, listRegister } from './list-register.ts';
import { getInstitution } from './open-institution.ts';
import { correctInstitution, countPlaces, registerInstitution } from './register-institution.ts';
import { correctShortcoming, returnShortcoming, verifyShortcoming } from './settle-shortcoming.ts';
import type { InstitutionsTables } from './tables.gen.ts';
import { takeLicenceStep } from './take-licence-step.ts';

export const institutionsModule = serverModule<typeof institutionsRoutes, InstitutionsTables>({
  name: 'institutions',
  routes: institutionsRoutes,
  handlers: {
    listKinds: async (ctx) => ({
      kinds: await listKindRows(ctx.db),
      requirements: await listRequirementRows(ctx.db),
    }),
    findInstitutions,
    getPublicInstitution,
    listRegister,
    listDeadlines,
    getInstitution,
    registerInstitution,
    correctInstitution,
    countPlaces,
    takeLicenceStep,
    planInspection,
    recordInspection,
    recordVisit,
    cancelInspection,
    addShortcoming,
    correctShortcoming,
    verifyShortcoming,
    returnShortcoming,
  },
});
