import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { actorInRole, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import { saveArea, saveHoliday, saveWeek } from '@qantara/territory/server';
import type { OpenReferral, Referral, TakeStep, Worklist } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { aReferral, openReferralsBench, toSend, type ReferralsBench } from '../testing.ts';
import { walkDue } from './walk-due.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const HOUR = 3_600_000;

/** The job as it would run at that moment. */
async function walkAt(now: Date): Promise<void> {
  await bench.executor.asSystem((ctx) => walkDue({ ...withTables<ReferralsTables>(ctx), now }));
}

async function sent(displayName: string, changed: Parameters<typeof toSend>[2] = {}): Promise<Referral> {
  const { personId } = await aPerson(bench, { displayName });
  await aConsent(bench, personId);
  const asked = { input: toSend(bench, personId, changed), actor: bench.navigator };
  const [referral] = (await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked)).referrals;
  assert.ok(referral);
  return referral;
}

async function storyOf(referralId: string): Promise<string[]> {
  const open = await get<OpenReferral>(bench, 'GET /referrals/:referralId', {
    input: { referralId },
    actor: bench.navigator,
  });
  return open.history.map(({ step }) => step);
}

async function countEvents(referralId: string): Promise<Record<string, number>> {
  const { rows } = await bench.database.pool.query<{ type: string; count: number }>({
    text: `select type, count(*)::int as count from platform.event where subject_id = $1
      and type in ('referral.reminded', 'referral.overdue', 'referral.escalated') group by type`,
    values: [referralId],
  });
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}

test('silence is reminded, then overdue, then told to the lead: each once, in the story and as an event', async () => {
  const { referralId, sentAt } = await sent('Silence', { priority: 'tonight' });
  const after = (hours: number) => new Date(new Date(sentAt ?? 0).getTime() + hours * HOUR);
  await walkAt(after(1));
  assert.deepEqual(await storyOf(referralId), ['send']);
  for (const hours of [2.1, 2.2, 4.1, 4.2, 6.1, 6.2, 30]) await walkAt(after(hours));
  assert.deepEqual(await storyOf(referralId), ['send', 'remind', 'overdue', 'escalate']);
  const each = { 'referral.reminded': 1, 'referral.overdue': 1, 'referral.escalated': 1 };
  assert.deepEqual(await countEvents(referralId), each);
});

test('a server that slept over all of it tells all of it when it wakes', async () => {
  const { referralId } = await sent('Slept Over', { priority: 'tonight' });
  await walkAt(new Date(Date.now() + 100 * HOUR));
  assert.deepEqual(await storyOf(referralId), ['send', 'remind', 'overdue', 'escalate']);
});

test('two servers at once tell each step once', async () => {
  const referrals = [];
  for (let index = 0; index < 12; index += 1) referrals.push(await sent(`Many ${index}`, { priority: 'tonight' }));
  const now = new Date(Date.now() + 5 * HOUR);
  await Promise.all([walkAt(now), walkAt(now), walkAt(now)]);
  for (const { referralId } of referrals)
    assert.deepEqual(await countEvents(referralId), { 'referral.reminded': 1, 'referral.overdue': 1 });
});

test('who answers in time is left alone, and the next deadline is another: help', async () => {
  const { referralId, version } = await sent('Answered', { priority: 'tonight' });
  const given: TakeStep = { referralId: referralId as Referral['referralId'], version } as TakeStep;
  const accepted = await get<Referral>(bench, 'POST /referrals/:referralId/accept', {
    input: given,
    actor: bench.partners.food,
  });
  await walkAt(new Date(Date.now() + 6 * HOUR));
  assert.deepEqual(await storyOf(referralId), ['send', 'accept']);
  const hours = (new Date(accepted.dueAt ?? 0).getTime() - Date.now()) / HOUR;
  assert.ok(hours > 23 && hours <= 24, `help tonight is due in ${hours} hours`);
  const started = await get<Referral>(bench, 'POST /referrals/:referralId/start', {
    input: { referralId, version: accepted.version },
    actor: bench.partners.food,
  });
  assert.equal(started.dueAt, accepted.dueAt, 'to begin is not to have helped');
});

test('what nobody answered stands on the desk of the lead until somebody acts, and on nobody else’s', async () => {
  const { referralId, version } = await sent('For The Lead', { priority: 'tonight' });
  await walkAt(new Date(Date.now() + 10 * HOUR));
  const listed = async (): Promise<boolean> => {
    const input = { view: 'escalated' };
    const list = await get<Worklist>(bench, 'GET /worklist', { input, actor: bench.navigator });
    assert.ok((list.counts.escalated ?? 0) > 0);
    return list.items.some((item) => item.referralId === referralId);
  };
  assert.equal(await listed(), true);
  const partner = await get<Worklist>(bench, 'GET /worklist', { actor: bench.partners.food });
  assert.equal(partner.counts.escalated, 0);
  await get(bench, 'POST /referrals/:referralId/accept', {
    input: { referralId, version },
    actor: bench.partners.food,
  });
  assert.equal(await listed(), false);
});

test('the page says why: the rule of the region, and the holidays that stood between', async () => {
  const areaId = await inSystem(bench, (ctx) =>
    saveArea(ctx, {
      code: `T-${newId()}`,
      parentCode: null,
      kind: 'region',
      name: { en: 'Sabil' },
      boundary: null,
      latitude: null,
      longitude: null,
      population: null,
    }),
  );
  const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString().slice(0, 10);
  await inSystem(bench, async (ctx) => {
    await saveWeek(ctx, { areaId, workingDays: [1, 2, 3, 4, 5, 6, 7], opensAt: '00:00', closesAt: '23:59' });
    await saveHoliday(ctx, { areaId, onDay: tomorrow, name: { en: 'Bridge Day' }, isWorked: false });
    return true;
  });
  const planner = actorInRole('planner', null);
  const rule = { stage: 'answer', needCode: 'food', amount: 3, unit: 'working_days', escalateAfter: 5 };
  await get(bench, 'POST /deadlines', { input: rule, actor: planner });
  const { personId } = await aPerson(bench, { displayName: 'Why', areaId });
  await aConsent(bench, personId);
  const { referralId, sentAt, dueAt } = await aReferral(bench, personId);
  const days = (new Date(dueAt ?? 0).getTime() - new Date(sentAt ?? 0).getTime()) / (24 * HOUR);
  assert.ok(Math.abs(days - 4) < 0.01, `three working days and a holiday, not ${days}`);
  const { why } = await get<OpenReferral>(bench, 'GET /referrals/:referralId', {
    input: { referralId },
    actor: bench.partners.food,
  });
  assert.equal(why?.amount, 3);
  assert.equal(why?.needName?.en, 'food');
  assert.deepEqual(
    why?.holidays.map(({ onDay }) => onDay),
    [tomorrow],
  );
  const broken = { ...rule, remindAfter: 3 };
  assert.equal(await refusalOf(bench, 'POST /deadlines', { input: broken, actor: planner }), 'invalid_input');
});
