import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { identityModule } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, refusalOf, type Bench } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import type { Agreement } from '../contract/index.ts';
import { agreementsModule, listAgreedCategories, listAgreedWith } from './index.ts';
import { aCharter } from './testing.ts';

let bench: Bench;
let hub: string;
let clinic: string;
let law: string;
let planner: Actor;

before(async () => {
  bench = await openBench([identityModule, organisationsModule, agreementsModule]);
  const named = (name: string): Promise<string> =>
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
  [hub, clinic, law] = [await named('Hub'), await named('Clinic'), await named('Law')];
  planner = actorInRole('planner', hub);
});
after(() => bench.database.close());

const GIVEN = {
  kind: 'data_sharing',
  title: { en: 'Sharing' },
  purposes: ['referral'],
  categories: ['identity', 'need'],
  startsOn: '2026-01-01',
};

function write(input: Record<string, unknown> = {}): Promise<Agreement> {
  return get(bench, 'POST /agreements', {
    input: { ...GIVEN, organisationIds: [hub, clinic], ...input },
    actor: planner,
  });
}

const sign = (agreementId: string, organisationId: string, signedOn = '2026-01-01'): Promise<Agreement> =>
  get(bench, 'POST /agreements/:agreementId/sign', {
    input: { agreementId, organisationId, signedOn, signatory: 'Amel Jaziri, director' },
    actor: planner,
  });

const agreed = (from: string, to: string[], categories: ('identity' | 'note')[] = ['identity']): Promise<string[]> =>
  inSystem(bench, async (ctx) => [
    ...(await listAgreedWith(ctx, { from, to, purpose: 'referral', categories })).keys(),
  ]);

test('nothing may pass until both have signed, then what the agreement names and nothing more, both ways', async () => {
  const { agreementId } = await write();
  assert.deepEqual(await agreed(hub, [clinic]), []);
  assert.equal((await sign(agreementId, hub)).status, 'unsigned');
  assert.deepEqual(await agreed(hub, [clinic]), []);
  assert.equal((await sign(agreementId, clinic)).status, 'running');
  assert.deepEqual(await agreed(hub, [clinic, law]), [clinic]);
  assert.deepEqual(await agreed(clinic, [hub]), [hub]);
  assert.deepEqual(await agreed(hub, [clinic], ['identity', 'note']), []);
  const categories = await inSystem(bench, (ctx) =>
    listAgreedCategories(ctx, { from: hub, to: clinic, purpose: 'referral' }),
  );
  assert.deepEqual(categories, new Set(['identity', 'need']));
});

test('within one organisation no agreement is needed', async () => {
  assert.deepEqual(await agreed(law, [law], ['identity', 'note']), [law]);
});

test('from the day an organisation leaves, or somebody ends it, nothing passes by it any more', async () => {
  const first = await inSystem(bench, (ctx) => aCharter(ctx, [law, clinic]));
  assert.deepEqual(await agreed(law, [clinic]), [clinic]);
  const leave = { input: { agreementId: first, organisationId: clinic, leftOn: '2026-01-01' }, actor: planner };
  await get(bench, 'POST /agreements/:agreementId/leave', leave);
  assert.deepEqual(await agreed(law, [clinic]), []);
  const second = await inSystem(bench, (ctx) => aCharter(ctx, [law, clinic]));
  assert.deepEqual(await agreed(law, [clinic]), [clinic]);
  const end = { agreementId: second, endedOn: '2026-01-01', reason: 'The programme ended', version: 1 };
  const ended = await get<Agreement>(bench, 'POST /agreements/:agreementId/end', { input: end, actor: planner });
  assert.equal(ended.status, 'ended');
  assert.deepEqual(await agreed(law, [clinic]), []);
  assert.equal(
    await refusalOf(bench, 'POST /agreements/:agreementId/end', { input: end, actor: planner }),
    'agreement_ended',
  );
});

test('what was ended is not revived by a later end, and nothing runs longer than was signed', async () => {
  const { agreementId } = await write({ lastDay: '2090-12-31' });
  await sign(agreementId, hub);
  await sign(agreementId, clinic);
  const end = (endedOn: string, version: number) => ({
    input: { agreementId, endedOn, reason: 'The programme ends', version },
    actor: planner,
  });
  const path = 'POST /agreements/:agreementId/end';
  assert.equal(await refusalOf(bench, path, end('2091-01-01', 1)), 'ends_after_end');
  const { version } = await get<Agreement>(bench, path, end('2089-06-01', 1));
  assert.equal(await refusalOf(bench, path, end('2089-06-02', version)), 'ends_after_end');
  assert.equal((await get<Agreement>(bench, path, end('2088-06-01', version))).endedOn, '2088-06-01');
});

test('one that has not begun or is past its last day lets nothing pass', async () => {
  const other = await inSystem(bench, (ctx) =>
    aCharter(ctx, [hub, law], { startsOn: '2020-01-01', lastDay: '2021-01-01' }),
  );
  assert.deepEqual(await agreed(hub, [law]), []);
  const read = await get<Agreement>(bench, 'GET /agreements/:agreementId', {
    input: { agreementId: other },
    actor: planner,
  });
  assert.equal(read.status, 'ended');
  await inSystem(bench, (ctx) => aCharter(ctx, [hub, law], { startsOn: '2999-01-01' }));
  assert.deepEqual(await agreed(hub, [law]), []);
});

test('a partner reads the agreements of their own organisation; another’s does not exist for them', async () => {
  const { agreementId } = await write({ title: { en: 'Of hub and clinic' } });
  const asked = (actor: Actor) => ({ input: { agreementId }, actor });
  const own = await get<Agreement>(bench, 'GET /agreements/:agreementId', asked(actorInRole('partner', clinic)));
  assert.equal(own.title.en, 'Of hub and clinic');
  const stranger = actorInRole('partner', law);
  assert.equal(await refusalOf(bench, 'GET /agreements/:agreementId', asked(stranger)), 'agreement_not_found');
  const { agreements } = await get<{ agreements: Agreement[] }>(bench, 'GET /agreements', { actor: stranger });
  assert.ok(agreements.every(({ parties }) => parties.some(({ organisationId }) => organisationId === law)));
});

test('a signature of tomorrow, a second one and one of a stranger are refused, with the field at fault', async () => {
  const { agreementId } = await write();
  const input = { agreementId, organisationId: hub, signedOn: '2999-01-01', signatory: 'x' };
  const refused = (changed: Record<string, unknown>) =>
    refusalOf(bench, 'POST /agreements/:agreementId/sign', { input: { ...input, ...changed }, actor: planner });
  assert.equal(await refused({}), 'day_not_here_yet');
  assert.equal(await refused({ organisationId: law, signedOn: '2026-01-01' }), 'party_not_found');
  await sign(agreementId, hub);
  assert.equal(await refused({ signedOn: '2026-01-02' }), 'already_signed');
});

type Draft = Agreement & { version: number };
const draft = (input: Record<string, unknown> = {}): Promise<Draft> =>
  write({ isDraft: true, ...input }) as Promise<Draft>;
const of = (agreementId: string, step: string) => ({ path: `POST /agreements/:agreementId/${step}`, agreementId });

test('a draft binds nobody, is not signed, and is changed over the version that was read', async () => {
  const { agreementId, version, status } = await draft();
  assert.equal(status, 'draft');
  const signing = { agreementId, organisationId: hub, signedOn: '2026-01-01', signatory: 'x' };
  assert.equal(
    await refusalOf(bench, of(agreementId, 'sign').path, { input: signing, actor: planner }),
    'agreement_not_offered',
  );
  const renewal = { input: { agreementId, startsOn: '2027-01-01' }, actor: planner };
  assert.equal(await refusalOf(bench, of(agreementId, 'renew').path, renewal), 'agreement_not_offered');
  const changed = { ...GIVEN, agreementId, version, title: { en: 'Better' }, organisationIds: [hub, law] };
  const path = of(agreementId, 'draft').path;
  const next = await get<Draft>(bench, path, { input: changed, actor: planner });
  assert.deepEqual(
    [next.title.en, next.parties.map(({ organisationId }) => organisationId).toSorted()],
    ['Better', [hub, law].toSorted()],
  );
  assert.equal(await refusalOf(bench, path, { input: changed, actor: planner }), 'agreement_changed');
});

test('what was offered is signed and never changed under those who sign', async () => {
  const { agreementId, version } = await draft();
  const offered = await get<Draft>(bench, of(agreementId, 'offer').path, {
    input: { agreementId, version },
    actor: planner,
  });
  assert.equal(offered.status, 'unsigned');
  const changed = { ...GIVEN, agreementId, version: offered.version, organisationIds: [hub, clinic] };
  assert.equal(
    await refusalOf(bench, of(agreementId, 'draft').path, { input: changed, actor: planner }),
    'agreement_offered',
  );
  await sign(agreementId, hub);
  assert.equal((await sign(agreementId, clinic)).status, 'running');
});

test('a party says what it thinks of a draft; a stranger does not find it', async () => {
  const { agreementId } = await draft();
  const said = { input: { agreementId, words: 'Until when?' }, actor: actorInRole('partner', clinic) };
  const { notes } = await get<Agreement>(bench, of(agreementId, 'notes').path, said);
  assert.deepEqual(
    notes.map(({ words, organisationName }) => [words, organisationName?.en]),
    [['Until when?', 'Clinic']],
  );
  const stranger = { ...said, actor: actorInRole('partner', law) };
  assert.equal(await refusalOf(bench, of(agreementId, 'notes').path, stranger), 'agreement_not_found');
});

test('a renewal is a draft between those who have not left, once, and what runs stays as it is', async () => {
  const { agreementId } = await write({ organisationIds: [hub, clinic, law] });
  for (const organisationId of [hub, clinic, law]) await sign(agreementId, organisationId);
  await get(bench, of(agreementId, 'leave').path, {
    input: { agreementId, organisationId: law, leftOn: '2026-02-01' },
    actor: planner,
  });
  const input = { agreementId, startsOn: '2027-01-01', lastDay: '2027-12-31' };
  const path = of(agreementId, 'renew').path;
  const next = await get<Draft>(bench, path, { input, actor: planner });
  assert.deepEqual(
    [next.status, next.followsAgreementId, next.parties.map((party) => party.organisationId).toSorted()],
    ['draft', agreementId, [hub, clinic].toSorted()],
  );
  assert.equal(await refusalOf(bench, path, { input, actor: planner }), 'already_renewed');
  const before = await get<Agreement>(bench, 'GET /agreements/:agreementId', {
    input: { agreementId },
    actor: planner,
  });
  assert.deepEqual([before.status, before.followedById], ['running', next.agreementId]);
});
