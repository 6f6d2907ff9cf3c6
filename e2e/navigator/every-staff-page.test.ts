import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Worklist } from '@qantara/referrals/contract';
import { lookAt } from '../stage/look-at.ts';
import { pagesIn } from '../stage/pages-of-modules.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';
import { SEEN_ELSEWHERE, WORK } from './pages-of-work.ts';

const region = regionUnderTest();

type Opened = { personId: string; needCode: string; organisationId: string | null };

/** The first referral of the worklist that has a partner: an open request has fewer pages. */
async function firstOf(visitor: Visitor): Promise<{ referralId: string; personId: string; needCode: string }> {
  const ask = async (path: string) => (await visitor.context.request.get(`${visitor.address}/api${path}`)).json();
  const { items } = (await ask('/worklist')) as Worklist;
  for (const { referralId } of items) {
    const { referral } = (await ask(`/referrals/${referralId}`)) as { referral: Opened };
    if (referral.organisationId !== null) return { referralId, ...referral };
  }
  return assert.fail('nothing on the worklist has a partner');
}

/** The first institution and the first asset of those that everyone reads. */
async function firstOfAll(): Promise<{ institutionId: string; assetId: string }> {
  const institutions = await region.ask<{ items: { institutionId: string }[] }>('/public/institutions');
  const assets = await region.ask<{ items: { assetId: string }[] }>('/public/assets?kind=place');
  return { institutionId: institutions.items[0]?.institutionId ?? '', assetId: assets.items[0]?.assetId ?? '' };
}

/** What the sample publishes in tables. */
const DATASET = 'figures.outcomes';

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

/** The plan that everyone reads, and the first node of it. */
async function firstPlanned(): Promise<{ planId: string; itemId: string; targetId: string }> {
  const { planId, items } = await region.ask<{
    planId: string;
    items: { itemId: string; targets: { targetId: string }[] }[];
  }>('/public/plan');
  return { planId, itemId: items[1]?.itemId ?? '', targetId: items[1]?.targets[0]?.targetId ?? '' };
}

/** The first release of the sample's dataset, for whoever may read what was published. */
async function firstRelease(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/disclosure/datasets/${DATASET}`);
  const { releases } = (await answer.json()) as { releases?: { releaseId: string }[] };
  return releases?.[0]?.releaseId ?? ':releaseId';
}

/** The first body, and what it met and promised, for whoever may see one. */
async function firstGoverned(visitor: Visitor): Promise<Record<string, string>> {
  const ask = async (path: string): Promise<Record<string, Record<string, string>[] | undefined>> =>
    (await visitor.context.request.get(`${visitor.address}/api/governance/${path}`)).json();
  const bodyId = (await ask('bodies'))['bodies']?.[0]?.['bodyId'];
  if (bodyId === undefined) return {};
  const meetingId = (await ask(`bodies/${bodyId}/meetings`))['meetings']?.[0]?.['meetingId'];
  const commitmentId = (await ask('commitments'))['commitments']?.[0]?.['commitmentId'];
  return {
    ':bodyId': bodyId,
    ':meetingId': meetingId ?? ':meetingId',
    ':commitmentId': commitmentId ?? ':commitmentId',
  };
}

/** The first text of public policy that is followed. */
async function firstPolicy(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/policies`);
  const { policies } = (await answer.json()) as { policies?: { policyId: string }[] };
  return policies?.[0]?.policyId ?? ':policyId';
}

/** The first of the partnership's registers, for whoever may see them. */
async function firstOfPartnership(visitor: Visitor): Promise<Record<string, string>> {
  const ask = async (path: string): Promise<Record<string, Record<string, string>[] | undefined>> =>
    (await visitor.context.request.get(`${visitor.address}/api/partnership/${path}`)).json();
  return {
    'readiness/:organisationId': `readiness/${(await ask('readiness'))['organisations']?.[0]?.['organisationId'] ?? ''}`,
    ':issueId': (await ask('issues'))['issues']?.[0]?.['issueId'] ?? ':issueId',
    ':cooperationId': (await ask('cooperations'))['cooperations']?.[0]?.['cooperationId'] ?? ':cooperationId',
  };
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
  const { planId, itemId, targetId } = await firstPlanned();
  const ids = {
    ':institutionId': institutionId,
    ':assetId': assetId,
    ':planId': planId,
    ':itemId': itemId,
    ':targetId': targetId,
    ':agreementId': await firstAgreed(visitor),
    ':cohortId': await firstCohort(visitor),
    ':datasetCode': DATASET,
    ':releaseId': await firstRelease(visitor),
    ...(await firstGoverned(visitor)),
    ...(await firstOfPartnership(visitor)),
    ':role': 'protection_officer',
    ':template': 'referral.asked',
    ':teamId': await firstTeam(visitor),
    ':policyId': await firstPolicy(visitor),
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
    [...(await pagesIn('staff')), ...(await pagesIn('app'))].filter((path) => !walked.has(path)),
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
