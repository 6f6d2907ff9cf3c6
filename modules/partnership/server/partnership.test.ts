import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agreementsModule } from '@qantara/agreements/server';
import { governanceModule } from '@qantara/governance/server';
import { identityModule } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, refusalOf, type Bench } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import type { Cooperation, Issue, IssueLine, Readiness, Tie } from '../contract/index.ts';
import { partnershipModule } from './index.ts';

let bench: Bench;
let [hub, clinic, law] = ['', '', ''];
let planner: Actor;
let ofClinic: Actor;
let ofLaw: Actor;

const addOrganisation = (name: string): Promise<string> =>
  inSystem(bench, (ctx) =>
    saveOrganisation(ctx, {
      name: { en: name },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    }),
  );

before(async () => {
  bench = await openBench([identityModule, organisationsModule, agreementsModule, governanceModule, partnershipModule]);
  [hub, clinic, law] = [await addOrganisation('Hub'), await addOrganisation('Clinic'), await addOrganisation('Law')];
  planner = actorInRole('planner', hub);
  ofClinic = actorInRole('partner', clinic);
  ofLaw = actorInRole('partner', law);
});
after(() => bench.database.close());

const ask = <T>(path: string, input: unknown, actor: Actor): Promise<T> => get<T>(bench, path, { input, actor });
const refused = (path: string, input: unknown, actor: Actor) => refusalOf(bench, path, { input, actor });

const ASSESS = 'POST /partnership/readiness/:organisationId';
const LOOKED = { dimension: 'staff', level: 1, evidence: 'One person', assessedOn: '2026-01-05' };

test('a new look stands beside the older one, and the newest says where it is', async () => {
  await ask(ASSESS, { ...LOOKED, organisationId: clinic }, planner);
  await ask(ASSESS, { ...LOOKED, organisationId: clinic, level: 3, assessedOn: '2026-02-05' }, planner);
  const path = 'GET /partnership/readiness/:organisationId';
  const sheet = await ask<Readiness & { history: unknown[] }>(path, { organisationId: clinic }, planner);
  assert.deepEqual(
    [sheet.assessments.map(({ level }) => level), sheet.history.length, sheet.standing],
    [[3], 2, 'not_known'],
  );
});

test('a day that has not come was not looked at, and a day for a step needs the step', async () => {
  const ahead = { ...LOOKED, organisationId: clinic, assessedOn: '2999-01-01' };
  assert.equal(await refused(ASSESS, ahead, planner), 'day_not_here_yet');
  assert.equal(
    await refused(ASSESS, { ...LOOKED, organisationId: clinic, stepDueOn: '2026-09-01' }, planner),
    'invalid_input',
  );
});

test('a partner sees its own sheet and no other, and writes none', async () => {
  const { organisations } = await ask<{ organisations: Readiness[] }>('GET /partnership/readiness', {}, ofClinic);
  assert.deepEqual(
    organisations.map(({ organisationId }) => organisationId),
    [clinic],
  );
  const path = 'GET /partnership/readiness/:organisationId';
  assert.equal(await refused(path, { organisationId: law }, ofClinic), 'organisation_not_found');
  assert.equal(await refused(ASSESS, { ...LOOKED, organisationId: clinic }, ofClinic), 'not_allowed');
});

const RAISED = { kind: 'data', title: 'Two ways of counting', wording: 'Ours differ', raisedOn: '2026-01-05' };

test('an issue is seen by who raised it, who is named in it and who keeps the partnership, by nobody else', async () => {
  const given = { ...RAISED, organisationIds: [hub] };
  const { issueId } = await ask<Issue>('POST /partnership/issues', given, ofClinic);
  const path = 'GET /partnership/issues/:issueId';
  assert.equal((await ask<Issue>(path, { issueId }, planner)).raisedBy.organisationId, clinic);
  assert.equal(await refused(path, { issueId }, ofLaw), 'issue_not_found');
  assert.deepEqual((await ask<{ issues: IssueLine[] }>('GET /partnership/issues', {}, ofLaw)).issues, []);
  const word = 'POST /partnership/issues/:issueId/words';
  assert.equal(await refused(word, { issueId, state: 'solved', words: 'x' }, ofLaw), 'issue_not_found');
});

test('what was tried is kept; solved ends the counting of days, and saying so opens it again', async () => {
  const given = { ...RAISED, organisationIds: [law] };
  const { issueId } = await ask<Issue>('POST /partnership/issues', given, planner);
  const word = 'POST /partnership/issues/:issueId/words';
  const solved = await ask<Issue>(word, { issueId, state: 'solved', words: 'One list' }, ofLaw);
  assert.deepEqual([solved.state, solved.settledOn === null, solved.words.length], ['solved', false, 1]);
  const again = await ask<Issue>(word, { issueId, state: 'open', words: 'It came back' }, planner);
  assert.deepEqual([again.state, again.settledOn, again.words[0]?.words], ['open', null, 'It came back']);
});

test('an issue of an organisation that is not there is refused', async () => {
  const nowhere = { ...RAISED, organisationIds: ['0199aaaa-0000-7000-8000-00000000ffff'] };
  assert.equal(await refused('POST /partnership/issues', nowhere, planner), 'organisation_not_found');
});

const COOPERATION = {
  kind: 'university',
  partner: 'University',
  place: 'Sabil',
  subject: { en: 'Surveys' },
  startsOn: '2026-01-01',
  state: 'running',
};

test('a cooperation is written over the version that was read; a sum needs a currency, and what is beyond the country a frame', async () => {
  const path = 'POST /partnership/cooperations';
  const given = { ...COOPERATION, organisationId: hub, budget: 240000.5, currency: 'MAD' };
  const { cooperationId, version, budget } = await ask<Cooperation>(path, given, planner);
  assert.equal(budget, 240000.5);
  const change = { ...given, cooperationId, version, state: 'ended' };
  const one = `${path}/:cooperationId`;
  assert.equal((await ask<Cooperation>(one, change, planner)).state, 'ended');
  assert.equal(await refused(one, change, planner), 'cooperation_changed');
  assert.equal(await refused(path, { ...given, currency: '' }, planner), 'invalid_input');
  assert.equal(await refused(path, { ...given, kind: 'international' }, planner), 'invalid_input');
  assert.equal(await refused(path, { ...given, lastDay: '2025-01-01' }, planner), 'invalid_input');
  assert.equal(await refused(path, given, ofClinic), 'not_allowed');
});

type Map = { ties: Tie[]; untied: string[] };

test('an agreement that both have signed ties two, and who is tied to nobody is said', async () => {
  const before = await ask<Map>('GET /partnership/ties', {}, planner);
  assert.equal(before.ties.length, 0);
  const agreement = await ask<{ agreementId: string }>(
    'POST /agreements',
    {
      kind: 'memorandum',
      title: { en: 'Together' },
      purposes: ['referral'],
      categories: ['identity'],
      startsOn: '2020-01-01',
      organisationIds: [hub, clinic],
    },
    planner,
  );
  for (const organisationId of [hub, clinic])
    await ask(
      'POST /agreements/:agreementId/sign',
      { ...agreement, organisationId, signedOn: '2020-01-01', signatory: 'x' },
      planner,
    );
  const { ties, untied } = await ask<Map>('GET /partnership/ties', {}, planner);
  assert.deepEqual(
    ties.map((tie) => [[tie.oneId, tie.otherId].toSorted(), tie.agreements, tie.referrals]),
    [[[hub, clinic].toSorted(), 1, 0]],
  );
  assert.deepEqual(untied, [law]);
  assert.equal(await refused('GET /partnership/ties', {}, ofClinic), 'not_allowed');
});
