import type { ServerModule } from '@qantara/platform';
import { agreementsModule } from '@qantara/agreements/server';
import { assetsModule } from '@qantara/assets/server';
import { attachmentsModule } from '@qantara/attachments/server';
import { cohortsModule } from '@qantara/cohorts/server';
import { curationModule } from '@qantara/curation/server';
import { directoryModule, listNeeds, listServiceCards } from '@qantara/directory/server';
import { fhirModule } from '@qantara/fhir/server';
import { disclosureModule } from '@qantara/disclosure/server';
import { embedsModule } from '@qantara/embeds/server';
import { governanceModule } from '@qantara/governance/server';
import { formsModule } from '@qantara/forms/server';
import { hsdsModule } from '@qantara/hsds/server';
import { identityModule } from '@qantara/identity/server';
import { indicatorsModule } from '@qantara/indicators/server';
import { institutionsModule } from '@qantara/institutions/server';
import { ownfileModule } from '@qantara/ownfile/server';
import { offlineModule } from '@qantara/offline/server';
import { opendataModule } from '@qantara/opendata/server';
import { organisationsModule } from '@qantara/organisations/server';
import { ministryModule } from '@qantara/ministry/server';
import { notificationsModuleWith } from '@qantara/notifications/server';
import { oversightModule } from '@qantara/oversight/server';
import { peopleModule } from '@qantara/people/server';
import { exportsModule } from '@qantara/exports/server';
import { partnerlinksModule } from '@qantara/partnerlinks/server';
import { observatoryModule } from '@qantara/observatory/server';
import { policiesModule } from '@qantara/policies/server';
import { partnershipModule } from '@qantara/partnership/server';
import { planModule } from '@qantara/plan/server';
import { referralsModule } from '@qantara/referrals/server';
import { screeningModule } from '@qantara/screening/server';
import { sheetsModule } from '@qantara/sheets/server';
import { shortlistsModule } from '@qantara/shortlists/server';
import { territoryModule } from '@qantara/territory/server';
import { webhooksModuleWith } from '@qantara/webhooks/server';
import { loadTranslators } from './catalogues.ts';

/** What messages call the needs and services of the directory: only what it shows to everybody. */
const notificationsModule = notificationsModuleWith({
  need: async (ctx, code) => (await listNeeds(ctx)).find(({ needCode }) => needCode === code)?.name,
  service: async (ctx, id) => {
    const card = (await listServiceCards(ctx, [id])).get(id);
    return card === undefined || card.hasConfidentialPlace ? undefined : card.name;
  },
});

/** The rooms of the product, lowest first. */
export const modules: ServerModule[] = [
  identityModule,
  territoryModule,
  disclosureModule,
  organisationsModule,
  agreementsModule,
  governanceModule,
  assetsModule,
  institutionsModule,
  peopleModule,
  attachmentsModule,
  notificationsModule,
  directoryModule,
  curationModule,
  hsdsModule,
  shortlistsModule,
  formsModule,
  screeningModule,
  sheetsModule,
  embedsModule,
  offlineModule,
  cohortsModule,
  referralsModule,
  partnershipModule,
  partnerlinksModule,
  webhooksModuleWith(loadTranslators()),
  fhirModule,
  exportsModule,
  ownfileModule,
  indicatorsModule,
  planModule,
  opendataModule,
  ministryModule,
  policiesModule,
  observatoryModule,
  oversightModule,
];
