import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ANYONE, clientFor, type Actor } from '@qantara/kernel';
import { peopleRoutes } from '@qantara/people/contract';
import { inTransaction, type DatabaseClient } from '@qantara/platform';
import { referralsRoutes, type Priority, type Referral, type ReferralStatus } from '@qantara/referrals/contract';
import { replay, type StoryEntry } from '@qantara/referrals/domain';
import { screeningRoutes } from '@qantara/screening/contract';
import { chanceFrom, type Chance } from './sample/chance.ts';
import { modules } from './modules.ts';
import { NEEDS, openDayRegion, type DayRegion, type NeedCode } from './matrix/day-region.ts';

const SCREENINGS = 1000;
const REFERRALS = 3000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday, eight in the morning. */
const MORNING = Date.UTC(2026, 2, 2, 8);
const DAY_HOURS = 10;
/** How often the system looks at what is due; the job's own clock is finer. */
const LOOKS_EVERY = 15 * MINUTE;
const SYSTEM: Actor = { ...ANYONE, role: 'system' };
/** What a region must be able to stand: a third of all that is asked is never answered by anybody. */
const ANSWERS = { accept: 45, reject: 22, silent: 33 } as const;

type Promised = { dueAt: Date; from: Date; metAt: Date | null };
type Asked = { referralId: Referral['referralId']; version: number; promised: Promised[] };
type Act = { at: number; act: (client: DatabaseClient, now: Date) => Promise<void> };

let region: DayRegion;
let chance: Chance;
let screened = 0;
const asked = new Map<string, Asked>();
/** What is to happen, by its moment; an act may add another, later one. */
let acts: Act[] = [];

before(async () => {
  region = await openDayRegion();
  chance = chanceFrom(20_260_302);
});
after(() => region.database.close());

const later = (at: number, act: Act['act']): void => void acts.push({ at, act });

function as(client: DatabaseClient, actor: Actor, now: Date) {
  const invoke = region.executor.invokeAt(client, { actor, now });
  return {
    people: clientFor(peopleRoutes, invoke),
    screening: clientFor(screeningRoutes, invoke),
    referrals: clientFor(referralsRoutes, invoke),
  };
}

const endPromise = (of: Asked, at: Date): void => {
  const last = of.promised.at(-1);
  if (last !== undefined && last.metAt === null) last.metAt = at;
};

const promise = (of: Asked, referral: Referral, from: Date): void => {
  of.version = referral.version;
  if (referral.dueAt !== null) of.promised.push({ dueAt: new Date(referral.dueAt), from, metAt: null });
};

/** What the partner does with one request, some time after it came; or nothing, ever. */
function willAnswer(of: Asked, partner: Actor, sentAt: number): void {
  const does = chance.weigh(ANSWERS);
  if (does === 'silent') return;
  later(sentAt + chance.between(0.1, 40) * HOUR, async (client, now) => {
    const { referrals } = as(client, partner, now);
    endPromise(of, now);
    if (does === 'reject') {
      const reasonCode = chance.pick(['at_capacity', 'not_eligible', 'outside_area'] as const);
      await referrals.rejectReferral({ referralId: of.referralId, version: of.version, reasonCode });
      return;
    }
    promise(of, await referrals.acceptReferral({ referralId: of.referralId, version: of.version }), now);
    if (chance.isLucky(0.25)) return;
    later(now.getTime() + chance.between(1, 200) * HOUR, async (one, done) => {
      endPromise(of, done);
      const given = { referralId: of.referralId, version: of.version, outcomeCode: 'help_given' as const };
      await as(one, partner, done).referrals.completeReferral(given);
    });
  });
}

async function send(
  client: DatabaseClient,
  now: Date,
  to: { actor: Actor; personId: string; screeningId: string; needCode: NeedCode },
) {
  const { actor, ...given } = to;
  const services = region.services.get(to.needCode) ?? [];
  const priority = chance.weigh<Priority>({ tonight: 10, this_week: 30, routine: 60 });
  const api = as(client, actor, now).referrals;
  if (chance.isLucky(0.06)) {
    const referral = await api.sendOpen({ ...given, priority });
    const of: Asked = { referralId: referral.referralId, version: referral.version, promised: [] };
    promise(of, referral, now);
    asked.set(referral.referralId, of);
    return;
  }
  const serviceIds = services.slice(0, chance.isLucky(0.5) ? 2 : 1).map(({ serviceId }) => serviceId);
  const { referrals } = await api.sendReferrals({ ...given, priority, serviceIds });
  for (const referral of referrals) {
    const of: Asked = { referralId: referral.referralId, version: referral.version, promised: [] };
    promise(of, referral, now);
    asked.set(referral.referralId, of);
    const partner = region.partners.get(referral.organisationId ?? '');
    if (partner !== undefined) willAnswer(of, partner, now.getTime());
  }
}

/** Somebody comes to a desk: written down, asked, and sent on with each need that they want help with. */
async function receive(client: DatabaseClient, now: Date): Promise<void> {
  const actor = chance.pick(region.navigators);
  const { people, screening } = as(client, actor, now);
  screened += 1;
  const { personId } = await people.addPerson({ displayName: `Person ${screened}`, areaId: region.areaId });
  const recipients = [...region.partners.keys()];
  const wants = NEEDS.filter((_need, index) => index === screened % 4 || chance.isLucky(0.4));
  await people.recordConsent({
    personId,
    categories: ['identity', 'need', 'note'],
    recipients,
    givenHow: 'spoken',
    locale: 'en',
    textNumber: 1,
  });
  const yes = Object.fromEntries(wants.map((need) => [need, 'yes' as const]));
  const recorded = await screening.recordScreening({
    personId,
    channel: 'navigator',
    needs: yes,
    wants: yes,
    locale: 'en',
  });
  const { screeningId } = recorded.screening;
  for (const needCode of wants) await send(client, now, { actor, personId, screeningId, needCode });
}

const walkDue = modules.flatMap(({ jobs }) => jobs).find(({ name }) => name === 'referrals.walk-due');

/** Everything that happens until `until`, in its order, and then the system's own look. */
async function passTime(until: number): Promise<void> {
  await inTransaction(region.database.pool, async (client) => {
    for (;;) {
      const due = acts.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
      if (due.length === 0) break;
      acts = acts.filter(({ at }) => at > until);
      for (const { at, act } of due) await act(client, new Date(at));
    }
    const now = new Date(until);
    for (let looks = 0; looks < 10; looks += 1)
      await region.executor.actAt(client, { actor: SYSTEM, now }, async (ctx) => walkDue?.run(ctx));
  });
}

type Mark = { referral_id: string; step: string; at: Date };

async function rowsOf<Row>(text: string): Promise<Row[]> {
  return (await region.database.pool.query<Row & Record<string, unknown>>({ text, values: [] })).rows as Row[];
}

const END = MORNING + 45 * 24 * HOUR;

test('a whole region’s day: a thousand people are asked and three thousand requests sent, and six weeks go by', async () => {
  assert.ok(walkDue, 'what is due is walked by a job');
  for (let index = 0; index < SCREENINGS; index += 1) later(MORNING + (index / SCREENINGS) * DAY_HOURS * HOUR, receive);
  for (let at = MORNING; at < END; at += at < MORNING + 48 * HOUR ? LOOKS_EVERY : 4 * HOUR) await passTime(at);
  assert.equal(screened, SCREENINGS);
  assert.ok(asked.size >= REFERRALS, `${asked.size} requests`);
});

/** What became of one promise; it fails where silence was told to nobody, or to somebody who had no silence to hear of. */
function judge({ dueAt, from, metAt }: Promised, marks: readonly Mark[]): 'met' | 'told' | 'escalated' {
  const spoken = marks.filter(({ at }) => at >= from && at <= (metAt ?? new Date(END)));
  const count = (step: string): number => spoken.filter((mark) => mark.step === step).length;
  const lateBy = (metAt?.getTime() ?? END) - dueAt.getTime();
  if (lateBy < 4 * HOUR && count('overdue') === 0) return 'met';
  assert.ok(lateBy > 0, 'of what was on time nobody is told that it was late');
  assert.equal(count('overdue'), 1, `it was due ${dueAt.toISOString()}, and that is told once`);
  const toldAt = spoken.find(({ step }) => step === 'overdue')?.at.getTime() ?? 0;
  assert.ok(toldAt - dueAt.getTime() <= 4 * HOUR, 'it was told late');
  if (metAt !== null) return 'told';
  assert.equal(count('escalate'), 1, 'what nobody answers is told to those who lead');
  return 'escalated';
}

test('every deadline was met, or it was told to whoever asked and then to their lead', async () => {
  const marks = await rowsOf<Mark>(
    `select referral_id, step, at from referrals.referral_step where step in ('overdue', 'escalate')`,
  );
  const marksOf = Map.groupBy(marks, ({ referral_id: id }) => id);
  const counts = { met: 0, told: 0, escalated: 0 };
  for (const [referralId, { promised }] of asked)
    for (const one of promised) counts[judge(one, marksOf.get(referralId) ?? [])] += 1;
  assert.ok(counts.met > 1000 && counts.told > 300 && counts.escalated > 500, JSON.stringify(counts));
});

/** Every request on somebody's worklist, page by page. */
async function worklistOf(actor: Actor): Promise<string[]> {
  const caller = { actor, locale: 'en' as const, origin: 'day', setSession: () => undefined };
  const found: string[] = [];
  let before: string | null = null;
  do {
    const input = before === null ? {} : { before };
    const list = await region.executor.call('GET /worklist', input, { caller });
    assert.ok(list.ok);
    const page = list.value as { items: { referralId: string }[]; next: string | null };
    found.push(...page.items.map(({ referralId }) => referralId));
    before = page.next;
  } while (before !== null);
  return found;
}

test('nobody is lost: each want that was said became a request, and each request that lives is on a worklist', async () => {
  const [lost] = await rowsOf<{ count: number }>(`
    select count(*)::int as count from screening.finding
    where finding.wants_help and not exists (
      select from referrals.referral where referral.person_id = finding.person_id and referral.need_code = finding.need_code)`);
  assert.equal(lost?.count, 0);
  const living = await rowsOf<{ desk: string; ids: string[] }>(`
    select from_organisation_id as desk, array_agg(referral_id::text order by referral_id) as ids from referrals.referral
    where status in ('requested', 'accepted', 'in-progress', 'on-hold') group by 1`);
  assert.equal(living.length, 2);
  for (const { desk, ids } of living) {
    const actor = region.navigators.find(({ organisationId }) => organisationId === desk);
    assert.deepEqual((await worklistOf(actor ?? SYSTEM)).toSorted(), ids);
  }
});

test('every story replays to how its request stands, and nothing happened that is not in the account', async () => {
  const steps = await rowsOf<StoryEntry & { referralId: string }>(`
    select referral_id as "referralId", step, side, from_status as "fromStatus", to_status as "toStatus", reason_code as "reasonCode"
    from referrals.referral_step order by at, step_id`);
  const stories = Map.groupBy(steps, ({ referralId }) => referralId);
  const rows = await rowsOf<{ referral_id: string; status: ReferralStatus; reason_code: string | null }>(
    'select referral_id, status, reason_code from referrals.referral',
  );
  assert.equal(rows.length, asked.size);
  for (const row of rows)
    assert.deepEqual(replay(stories.get(row.referral_id) ?? []), { status: row.status, reasonCode: row.reason_code });
  const [untold] = await rowsOf<{ count: number }>(`
    select count(*)::int as count from referrals.referral_step as step
    where not exists (select from platform.event where event.subject_id = step.referral_id and event.at = step.at)`);
  assert.equal(untold?.count, 0);
});
