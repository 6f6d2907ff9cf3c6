import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { identityModule, saveAccount } from '@qantara/identity/server';
import { actorWith, callRoute, inSystem, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import { newId, type Actor } from '@qantara/kernel';
import { withTables } from '@qantara/platform';
import type { AskedNode, MadeOwnerLink, Node, PlanCheck, WrittenDetails } from '../../contract/index.ts';
import { planModule, saveItem, savePlan } from '../index.ts';
import type { PlanTables } from '../tables.gen.ts';
import type { z } from 'zod';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
let region: CountedRegion;
let planId = '';
let itemId = '';
let accountId = '';
let owner: Actor;

type Answer = { value: unknown; code: string | null };
const call = (path: string, input: unknown, actor?: Actor): Promise<Answer> =>
  callRoute<unknown>(region, path, { input, ...(actor && { actor }) });

async function ask<T>(path: string, input: unknown, actor?: Actor): Promise<T> {
  const { value, code } = await call(path, input, actor);
  assert.equal(code, null, path);
  return value as T;
}

const written = () => ask<WrittenDetails>('GET /plan/items/:itemId/details', { itemId }, PLANNER);

async function save(section: string, details: Record<string, unknown>): Promise<Answer> {
  const { version } = await written();
  return call('POST /plan/items/:itemId/details', { itemId, version, section, ...details }, PLANNER);
}

const makeLink = () =>
  ask<z.infer<typeof MadeOwnerLink>>('POST /plan/items/:itemId/links', { itemId, locale: 'ar' }, PLANNER);
const tokenOf = ({ link }: { link: string }): string => link.split('/').at(-1) ?? '';

before(async () => {
  region = await openCountedRegion([identityModule, planModule]);
  await inSystem(region.executor, async (ctx) => {
    const facts = { name: { en: 'Plan' }, vision: { en: 'Well' }, startsOn: '2026-01-01', endsOn: '2030-01-01' };
    planId = await savePlan(ctx, { ...facts, isPublic: true, areaId: region.areas.region });
    itemId = await saveItem(ctx, {
      planId,
      levelCode: 'initiative',
      number: '1',
      title: { en: 'Lights' },
      parentItemId: null,
      description: null,
      frameworkAreas: ['prevention'],
      lever: 'capital',
      leadOrganisationId: region.organisationId,
      progress: null,
      startsOn: null,
      dueOn: null,
    });
    const { organisationId } = region;
    const account = { email: 'owner@example.org', displayName: 'Owner of it', role: 'navigator', organisationId };
    const begun = { isSample: false, passwordHash: null };
    accountId = (await saveAccount(ctx, { ...account, locale: 'fr' }, begun)).accountId;
  });
  owner = { ...actorWith(region.organisationId, 'plan:read'), accountId };
});
after(() => region.database.close());

test('a part is written by itself, and the others stay', async () => {
  assert.equal((await save('about', { ownerAccountId: accountId, populations: ['women'] })).code, null);
  assert.equal(
    (await save('milestones', { milestones: [{ dueOn: '2026-05-01', words: { en: 'Poles' } }] })).code,
    null,
  );
  const { details } = await written();
  assert.deepEqual(details.populations, ['women']);
  assert.equal(details.ownerAccountId, accountId);
  assert.equal(details.milestones.length, 1);
});

test('what is not there is refused at its field', async () => {
  const nobody = newId();
  const promise = { en: 'x' };
  assert.equal((await save('about', { ownerAccountId: nobody })).code, 'item_owner_elsewhere');
  assert.equal((await save('about', { areaIds: [nobody] })).code, 'item_area_not_found');
  assert.equal(
    (await save('partners', { partners: [{ organisationId: nobody, promise }] })).code,
    'item_partner_not_found',
  );
  const programmes = [{ kind: 'service', serviceId: nobody, name: promise }];
  assert.equal((await save('programmes', { programmes })).code, 'item_service_not_found');
  const milestones = [{ dueOn: '2099-01-01', words: promise, doneOn: '2099-01-01' }];
  assert.equal((await save('milestones', { milestones })).code, 'milestone_done_later');
  const stale = { itemId, version: 0, section: 'logic' };
  assert.equal((await call('POST /plan/items/:itemId/details', stale, PLANNER)).code, 'item_changed');
});

test('an owner without an account says by a link how it goes; the public reads the words and no name', async () => {
  const made = await makeLink();
  const token = tokenOf(made);
  const asked = await ask<AskedNode>('POST /plan/owner-links/look', { token });
  assert.equal(asked.number, '1');
  assert.equal(asked.locale, 'ar');
  assert.equal(asked.milestones[0]?.doneOn, null);
  const said = { version: asked.version, progress: 'under_way', shareDone: 40, storyLocale: 'ar', reached: [0] };
  const words = { story: 'أُنير الشارع', obstacle: 'تأخر الكهرباء' };
  const after1 = await ask<AskedNode>('POST /plan/owner-links/news', { token, ...said, ...words });
  assert.equal(after1.progress, 'under_way');
  assert.notEqual(after1.milestones[0]?.doneOn, null);
  assert.equal((await call('POST /plan/owner-links/news', { token, ...said })).code, 'item_changed');
  const missing = { token, version: after1.version, storyLocale: 'ar' };
  assert.equal((await call('POST /plan/owner-links/news', missing)).code, 'progress_missing');
  const node = await ask<Node>('GET /public/plan/node', { number: '1' });
  assert.equal(node.story?.story, words.story);
  assert.equal(node.story.storyLocale, 'ar');
  const told = JSON.stringify(node);
  assert.equal(told.includes(words.obstacle) || told.includes(accountId) || told.includes('Owner of it'), false);
  const { links, news } = await written();
  assert.equal(links[0]?.usedCount, 1);
  assert.equal(news[0]?.by, 'link');
});

test('a link that was revoked, has run out or was never made is answered alike; only its digest is kept', async () => {
  const made = await makeLink();
  const token = tokenOf(made);
  await ask('POST /plan/items/:itemId/links/:linkId/revoke', { itemId, linkId: made.linkId }, PLANNER);
  assert.equal((await call('POST /plan/owner-links/look', { token })).code, 'owner_link_not_valid');
  assert.equal((await call('POST /plan/owner-links/look', { token: 'x'.repeat(43) })).code, 'owner_link_not_valid');
  const again = { itemId, linkId: made.linkId };
  assert.equal(
    (await call('POST /plan/items/:itemId/links/:linkId/revoke', again, PLANNER)).code,
    'owner_link_not_found',
  );
  const old = await makeLink();
  await inSystem(region.executor, async (ctx) => {
    const { db } = withTables<PlanTables>(ctx);
    const rows = await db.selectFrom('plan.owner_link').selectAll().execute();
    assert.equal(JSON.stringify(rows).includes(token), false);
    const past = new Date(ctx.now.getTime() - 1);
    await db.updateTable('plan.owner_link').set({ expires_at: past }).where('link_id', '=', old.linkId).execute();
  });
  assert.equal((await call('POST /plan/owner-links/look', { token: tokenOf(old) })).code, 'owner_link_not_valid');
});

test('a colleague sees and tells of what is theirs, and of nothing else', async () => {
  const { nodes } = await ask<{ nodes: AskedNode[] }>('GET /plan/my-nodes', {}, owner);
  assert.deepEqual(
    nodes.map((node) => node.number),
    ['1'],
  );
  const said = { itemId, version: nodes[0]?.version, progress: 'delayed', storyLocale: 'fr', story: 'En retard' };
  assert.equal((await call('POST /plan/items/:itemId/news', said, actorWith(null, 'plan:read'))).code, 'not_own_item');
  await ask('POST /plan/items/:itemId/news', said, owner);
  assert.equal((await written()).news[0]?.by, 'owner');
});

const noticesTold = async (): Promise<{ template: string; recipient: string }[]> => {
  const { rows } = await region.database.pool.query<{ template: string; recipient: string }>(
    `select data ->> 'template' as template, data ->> 'recipient' as recipient from platform.event
     where type = 'notice.queued' order by event_id`,
  );
  return rows;
};

test('an owner whose news is late is asked for it, once', async () => {
  await inSystem(region.executor, async (ctx) => {
    const { db } = withTables<PlanTables>(ctx);
    await db
      .updateTable('plan.item')
      .set({ reported_at: '2026-01-01T10:00:00Z' })
      .where('item_id', '=', itemId)
      .execute();
  });
  const remind = planModule.jobs?.find(({ name }) => name === 'plan.remind_owners');
  assert.ok(remind !== undefined);
  await inSystem(region.executor, (ctx) => remind.run(ctx));
  await inSystem(region.executor, (ctx) => remind.run(ctx));
  assert.deepEqual(await noticesTold(), [{ template: 'plan.news_due', recipient: 'account' }]);
});

test('an organisation that was sent a link is reminded by another each week, until the last one is ended', async () => {
  const remind = planModule.jobs?.find(({ name }) => name === 'plan.remind_owners') ?? assert.fail();
  const byLink = async () => (await noticesTold()).filter(({ template }) => template === 'plan.tell_by_link');
  const aWeekLater = () =>
    inSystem(region.executor, async (ctx) => {
      const { db } = withTables<PlanTables>(ctx);
      const past = new Date(ctx.now.getTime() - 7 * 86_400_000);
      await db.updateTable('plan.owner_link').set({ made_at: past }).where('sent_to', 'is not', null).execute();
      await remind.run(ctx);
    });
  await save('about', { ownerAccountId: null, populations: ['women'] });
  await ask('POST /plan/items/:itemId/links', { itemId, locale: 'fr', handOver: 'sent' }, PLANNER);
  assert.deepEqual(await byLink(), [{ template: 'plan.tell_by_link', recipient: 'organisation' }]);
  await inSystem(region.executor, (ctx) => remind.run(ctx));
  assert.equal((await byLink()).length, 1, 'not twice in a week');
  await aWeekLater();
  assert.equal((await byLink()).length, 2);
  const { links } = await written();
  const [newest, first] = links.filter(({ isSent }) => isSent);
  assert.deepEqual([newest?.state, first?.state, newest?.locale], ['valid', 'valid', 'fr']);
  const linkId = newest?.linkId ?? '';
  await ask('POST /plan/items/:itemId/links/:linkId/revoke', { itemId, linkId }, PLANNER);
  await aWeekLater();
  assert.equal((await byLink()).length, 2);
});

test('a link for a part that no organisation leads cannot be sent', async () => {
  const bare = await inSystem(region.executor, (ctx) =>
    saveItem(ctx, {
      planId,
      levelCode: 'initiative',
      number: '2',
      title: { en: 'Benches' },
      parentItemId: null,
      description: null,
      frameworkAreas: ['prevention'],
      lever: null,
      leadOrganisationId: null,
      progress: null,
      startsOn: null,
      dueOn: null,
    }),
  );
  const sent = { itemId: bare, locale: 'ar', handOver: 'sent' };
  assert.equal((await call('POST /plan/items/:itemId/links', sent, PLANNER)).code, 'item_without_lead');
});

test('what a plan lacks is told with the way to mend it, and goes away once it is mended', async () => {
  const before1 = await ask<PlanCheck>('GET /plan/check', { planId }, PLANNER);
  const codes = before1.findings.map(({ code }) => code);
  for (const code of [
    'not_adopted',
    'no_review_day',
    'area_without_effort',
    'group_not_asked',
    'group_without_seat',
  ] as const)
    assert.ok(codes.includes(code), code);
  const asked = { planId, population: 'women', heldOn: '2026-02-01', way: 'meeting', said: { ar: 'الإنارة' } };
  await ask('POST /plans/:planId/consultations', asked, PLANNER);
  const later = { ...asked, heldOn: '2099-01-01' };
  assert.equal((await call('POST /plans/:planId/consultations', later, PLANNER)).code, 'consultation_later');
  const byNobody = { ...asked, organisationId: newId() };
  assert.equal((await call('POST /plans/:planId/consultations', byNobody, PLANNER)).code, 'consultation_by_nobody');
  const answer = { planId, code: 'way_of_working', isMet: 'yes', note: 'Chapter 1' };
  await ask('POST /plans/:planId/check', answer, PLANNER);
  const typed = { ...answer, code: 'outcomes_measured' };
  assert.equal((await call('POST /plans/:planId/check', typed, PLANNER)).code, 'check_by_program');
  const after1 = await ask<PlanCheck>('GET /plan/check', { planId }, PLANNER);
  assert.equal(
    after1.findings.some(({ code }) => code === 'group_not_asked'),
    false,
  );
  const line = after1.checklist.find(({ code }) => code === 'way_of_working');
  assert.deepEqual(line, { code: 'way_of_working', state: 'met', isByProgram: false, note: 'Chapter 1' });
  assert.equal(after1.checklist.length, 18);
  const { consultationId } = after1.consultations[0] ?? { consultationId: '' };
  await ask('POST /plans/:planId/consultations/remove', { planId, consultationId }, PLANNER);
  const gone = { planId, consultationId };
  assert.equal((await call('POST /plans/:planId/consultations/remove', gone, PLANNER)).code, 'consultation_not_found');
});

test('the next version of a plan says of each node what the one before said', async () => {
  const { version } = await ask<{ version: number }>('GET /plan', { planId }, PLANNER);
  const years = { startsOn: '2030-01-01', endsOn: '2034-01-01' };
  const next = await ask<{ planId: string }>('POST /plans/:planId/next', { planId, version, ...years }, PLANNER);
  const plan = await ask<{ items: { itemId: string }[] }>('GET /plan', { planId: next.planId }, PLANNER);
  const copied = { itemId: plan.items[0]?.itemId };
  const { details, links, news } = await ask<WrittenDetails>('GET /plan/items/:itemId/details', copied, PLANNER);
  assert.deepEqual(details, (await written()).details);
  assert.deepEqual([links, news], [[], []], 'links and news stay with the version that they are of');
});

test('a link that was sent to whoever led a part is over once somebody else leads it', async () => {
  const sent = { itemId, locale: 'fr', handOver: 'sent' };
  const token = tokenOf(await ask<{ link: string }>('POST /plan/items/:itemId/links', sent, PLANNER));
  const look = async () => (await call('POST /plan/owner-links/look', { token })).code;
  assert.equal(await look(), null);
  const setLead = (organisationId: string | null) =>
    inSystem(region.executor, async (ctx) => {
      const { db } = withTables<PlanTables>(ctx);
      await db
        .updateTable('plan.item')
        .set({ lead_organisation_id: organisationId })
        .where('item_id', '=', itemId)
        .execute();
    });
  await setLead(null);
  assert.equal(await look(), 'owner_link_not_valid');
  await setLead(region.organisationId);
  assert.equal(await look(), null);
});
