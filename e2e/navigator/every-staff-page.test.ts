import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Worklist } from '@qantara/referrals/contract';
import { lookAt } from '../stage/look-at.ts';
import { pagesIn } from '../stage/pages-of-modules.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Each role, and the pages that its work is on. */
const WORK: Record<string, string[]> = {
  'salma@sabil.example': [
    'account',
    'work',
    'work/requests',
    'work/notices',
    'account/notices',
    'work/people',
    'work/people/new',
    'work/people/:personId',
    'work/people/:personId/edit',
    'work/people/:personId/names',
    'work/people/:personId/protection',
    'work/people/:personId/keepers',
    'work/emergencies',
    'work/duplicates',
    'work/people/:personId/consent',
    'work/people/:personId/override',
    'work/corrections',
    'work/people/:personId/screening',
    'work/people/:personId/refer',
    'work/people/:personId/household',
    'work/cohorts',
    'work/cohorts/:cohortId',
    'work/people/:personId/shortlists',
    'work/referrals/:referralId',
    'work/hand-over',
    'work/people/:personId/plan',
    'work/referrals/:referralId/pass-on',
    'work/referrals/:referralId/links',
    'work/people/:personId/forms',
    'work/people/:personId/forms/household_intake',
    'work/people/:personId/screenings',
    'work/people/:personId/papers',
  ],
  'food@sabil.example': [
    'work',
    'work/open-requests',
    'work/waiting',

    'work/referrals/:referralId',
    'figures',
    'plan/manage',
  ],
  'planner@sabil.example': [
    'work/cohorts',
    'work/cohorts/new',
    'work/cohorts/:cohortId',
    'work/cohorts/:cohortId/edit',
    'work/agreements',
    'work/agreements/new',
    'work/agreements/:agreementId',
    'work/gaps',
    'figures',
    'figures/gaps',
    'plan/manage',
    'gallery/staff',
    'work/assets',
    'work/assets/new',
    'work/assets/imports',
    'work/assets/:assetId',
    'work/calendar',
    'work/deadlines',
  ],
  'inspector@sabil.example': [
    'work/institutions',
    'work/institutions/deadlines',
    'work/institutions/new',
    'work/institutions/:institutionId',
    'work/institutions/:institutionId/edit',
  ],
  'librarian@sabil.example': [
    'curation',
    'curation/suggestions',
    'curation/suggestions/:suggestionId',
    'curation/organisations',
    'curation/organisations/:organisationId',
    'curation/services',
    'curation/services/:serviceId',
    'curation/services/:serviceId/history',
    'curation/services/:serviceId/hours',
    'curation/services/:serviceId/places',
    'curation/services/:serviceId/places/new',
    'curation/entries/new',
    'curation/pairs',
    'curation/alerts',
  ],
  'privacy@sabil.example': [
    'oversight',
    'oversight/people',
    'oversight/findings',
    'oversight/emergencies',
    'oversight/access',
    'oversight/exports',
    'oversight/retention',
    'oversight/checkpoints',
    'oversight/consents',
    'work/consent-texts',
    'roles',
    'role-requests',
  ],
  'reception@sabil.example': ['work', 'work/requests', 'work/people', 'account'],
  'protection@sabil.example': ['work', 'work/people'],
  'shelter@sabil.example': ['work'],
  'newcomer@sabil.example': ['account'],
  'admin@sabil.example': [
    'forms',
    'forms/new',
    'forms/household_intake',
    'forms/household_intake/edit',
    'forms/household_intake/edit/section?section=0',
    'forms/household_intake/edit/question?section=0&question=1',
    'forms/household_intake/versions/1',
    'forms/household_intake/versions/1/print',
    'forms/household_intake/versions/1/export',
    'forms/household_intake/versions/1/needs',
    'forms/household_intake/edit/findings',
    'forms/household_intake/edit/findings/food',
    'forms/household_intake/edit/report',
    'forms/import',
    'oversight/access',
    'oversight/exports',
    'oversight/retention',
    'admin/accounts',
    'admin/accounts/new',
    'account/confirm',
    'account/news',
    'admin/imports',
    'admin/sources',
    'admin/sources/conflicts',
    'account',
    'roles',
    'roles/:role',
    'roles/new',
    'role-requests',
    'teams',
    'teams/:teamId',
    'notices/sent',
    'notices/captured',
    'notices/templates',
    'notices/templates/:template',
    'notices/organisations/:organisationId',
  ],
};

/** Seen in journeys of their own; a file is no page. */
const SEEN_ELSEWHERE = [
  'work/waiting/:serviceId',
  'forms/:formCode',
  'forms/:formCode/edit',
  'forms/:formCode/edit/section',
  'forms/:formCode/edit/question',
  'forms/:formCode/versions/:version',
  'forms/:formCode/versions/:version/print',
  'work/people/:personId/forms/:formCode',
  'work/people/:personId/responses/:responseId',
  'work/people/:personId/papers/:attachmentId',
  'work/people/:personId/consents/:consentId/receipt',
  'oversight/findings/:findingId',
  'oversight/exports/:assentId/file',
  'account/password',
  'account/passkeys/new',
  'account/telephone',
  'account/recovery-codes',
  'admin/accounts/:accountId',
  'admin/accounts/:accountId/role',
  'roles/:role/change',
  'work/people/:personId/shortlists/:shortlistId',
  'work/households/:householdId',
  'work/households/:householdId/add',
  'work/people/:personId/cohorts/:cohortId',
  'work/merges/new',
  'work/merges/:mergeId',
  'work/emergencies/:glassId',
  'admin/imports/:importId',
  'admin/imports/:importId/mapping',
  'admin/imports/:importId/refusals.csv',
  'figures/table.csv',
  'forms/:formCode/versions/:version/files/:format',
  'figures/gaps.csv',
  'curation/services/:serviceId/places/:locationId',
  'work/assets/imports/:importId',
  'work/assets/imports/:importId/refusals.csv',
];

async function firstOf(visitor: Visitor): Promise<{ referralId: string; personId: string; needCode: string }> {
  const ask = async (path: string) => (await visitor.context.request.get(`${visitor.address}/api${path}`)).json();
  const { items } = (await ask('/worklist')) as Worklist;
  const referralId = items[0]?.referralId ?? '';
  const { referral } = (await ask(`/referrals/${referralId}`)) as { referral: { personId: string; needCode: string } };
  return { referralId, ...referral };
}

/** The first institution and the first asset of those that everyone reads. */
async function firstOfAll(): Promise<{ institutionId: string; assetId: string }> {
  const institutions = await region.ask<{ items: { institutionId: string }[] }>('/public/institutions');
  const assets = await region.ask<{ items: { assetId: string }[] }>('/public/assets?kind=place');
  return { institutionId: institutions.items[0]?.institutionId ?? '', assetId: assets.items[0]?.assetId ?? '' };
}

/** The first of everything that a librarian opens. */
async function firstToKeep(visitor: Visitor): Promise<Record<string, string>> {
  const ask = async (path: string) => (await visitor.context.request.get(`${visitor.address}/api${path}`)).json();
  const { items } = (await ask('/suggestions')) as { items?: { suggestionId: string }[] };
  const { organisations = [] } = (await ask('/curation/freshness')) as {
    organisations?: { organisationId: string }[];
  };
  const { items: services } = await region.ask<{ items: { serviceId: string }[] }>('/services?words=');
  return {
    ':suggestionId': items?.[0]?.suggestionId ?? ':suggestionId',
    ':organisationId': organisations[0]?.organisationId ?? ':organisationId',
    ':serviceId': services[0]?.serviceId ?? ':serviceId',
  };
}

/** The first agreement of those that the colleague may read. */
async function firstAgreed(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/agreements`);
  const { agreements } = (await answer.json()) as { agreements?: { agreementId: string }[] };
  return agreements?.[0]?.agreementId ?? ':agreementId';
}

/** The first cohort, for whoever may read what there are. */
async function firstCohort(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/cohorts`);
  const { cohorts } = (await answer.json()) as { cohorts?: { cohortId: string }[] };
  return cohorts?.[0]?.cohortId ?? ':cohortId';
}

/** The first team, for whoever may see teams. */
async function firstTeam(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/teams`);
  const { teams } = (await answer.json()) as { teams?: { teamId: string }[] };
  return teams?.[0]?.teamId ?? ':teamId';
}

function withIds(path: string, ids: Record<string, string>): string {
  return Object.entries(ids).reduce((filledIn, [place, id]) => filledIn.replace(place, id), path);
}

async function filled(visitor: Visitor, all: string[]): Promise<string[]> {
  const { institutionId, assetId } = await firstOfAll();
  const ids = {
    ':institutionId': institutionId,
    ':assetId': assetId,
    ':agreementId': await firstAgreed(visitor),
    ':cohortId': await firstCohort(visitor),
    ':role': 'protection_officer',
    ':template': 'referral.asked',
    ':teamId': await firstTeam(visitor),
    ...(await firstToKeep(visitor)),
  };
  const paths = all.map((path) => withIds(path, ids));
  if (!paths.some((path) => path.includes(':'))) return paths;
  const { referralId, personId, needCode } = await firstOf(visitor);
  return paths.map((path) =>
    path
      .replace(':referralId', referralId)
      .replace(':personId', personId)
      .replace(/refer$/, `refer?need=${needCode}`),
  );
}

test('every page of the staff is in somebody’s work', async () => {
  const walked = new Set([...Object.values(WORK).flat(), ...SEEN_ELSEWHERE]);
  assert.deepEqual(
    (await pagesIn('staff')).filter((path) => !walked.has(path)),
    [],
  );
});

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    for (const [email, paths] of Object.entries(WORK))
      test(`the pages of ${email} are whole, accessible and as narrow as a telephone`, async () => {
        const visitor = await region.colleague(email, locale);
        after(() => visitor.leave());
        for (const path of await filled(visitor, paths)) {
          assert.equal(await visitor.open(`/${path}`), 200, path);
          await lookAt(visitor);
        }
      });
  });
