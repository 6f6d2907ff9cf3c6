import { newId, Refusal, type Actor, markOf } from '@qantara/kernel';
import { notify, tellInPast, type Addressee, type NewNotice, type PastState } from '@qantara/notifications/server';
import type { AnyCtx } from '@qantara/platform';
import { ReferralId } from '@qantara/referrals/contract';
import type { Told } from './tell.ts';

const HOUR = 3_600_000;
const LINKED = 5;
const DAY = 24 * HOUR;

type Loading = {
  told: Told;
  now: Date;
  organisationIds: ReadonlyMap<string, string>;
  navigator: Actor;
  personIds: readonly string[];
};

/** Invented: each link has a secret of its own, as a real one has. */
const secretOf = (): string => `${newId()}${newId()}`.replaceAll('-', '');

const dayIn = (now: Date, days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

type Asking = { to: Addressee; template: string; needCode: string; by: string; now: Date };

function asking({ to, template, needCode, by, now }: Asking): NewNotice {
  const subject = newId();
  const values = { link: `/r/${secretOf()}`, mark: markOf(subject), need: needCode, due: dayIn(now, 3) };
  const whole = template === 'referral.asked' ? { ...values, organisation: by } : values;
  return { template, to, values: whole, subject, urgency: 'soon' };
}

type ForNavigator = { accountId: string; template: string; by: string; referralId: string };

function forNavigator({ accountId, template, by, referralId: subject }: ForNavigator): NewNotice {
  const link = `/work/referrals/${subject}`;
  const mark = markOf(subject);
  const values: Record<string, Record<string, string | number>> = {
    'referral.answered': { link, mark, need: 'food', organisation: by },
    'referral.overdue': { link, mark, need: 'housing', organisation: by, count: 2 },
    'danger.seen': { link: '/work/requests', mark },
  };
  return { template, to: { kind: 'account', accountId }, values: values[template] ?? {}, subject, urgency: 'soon' };
}

/** What a message had come to; one that waits for the end of quiet hours goes when they end. */
const pastOf = (now: Date): PastState[] => [
  { state: 'postponed', why: 'quiet_hours', channel: 'sms', until: new Date(now.getTime() + 8 * HOUR) },
  { state: 'delivered', channel: 'sms' },
  { state: 'sent', channel: 'email' },
  { state: 'held', why: 'no_address', channel: 'email' },
  { state: 'failed', why: 'provider_failed', channel: 'sms' },
  { state: 'bounced', why: 'address_refused', channel: 'email' },
  { state: 'unsure', why: 'no_answer', channel: 'email' },
];

async function tellPast(ctx: AnyCtx, { organisationIds, now }: Loading, by: string): Promise<void> {
  const organisations = [...organisationIds.values()];
  for (const [index, past] of pastOf(now).entries()) {
    const organisationId = organisations[index % organisations.length] ?? by;
    const template = index % 2 === 0 ? 'referral.asked' : 'referral.reminder';
    await tellInPast(
      ctx,
      asking({ to: { kind: 'organisation', organisationId }, template, needCode: 'food', by, now }),
      past,
    );
  }
}

/** Partners without an account are asked about referrals of the sample, each by a link that is sent to them and opens it. */
async function linkPartners({ told, now, navigator }: Loading, referralIds: readonly string[]): Promise<void> {
  const as = { actor: navigator, now: new Date(now.getTime() - HOUR) };
  for (const one of referralIds.slice(0, LINKED)) {
    try {
      await told.links(as).makeLink({ referralId: ReferralId.parse(one), locale: 'ar', isSent: true });
    } catch (fault) {
      // Few may know of it, it has ended, or nobody has claimed it: a navigator would have been told so too.
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
}

/** What somebody was told: messages in each state, a few that leave when the region opens, and what a navigator finds in the app. */
export async function loadNotices(loading: Loading): Promise<void> {
  const { told, now, organisationIds, navigator, personIds } = loading;
  const by = navigator.organisationId ?? '';
  const accountId = navigator.accountId ?? '';
  const partnerId = organisationIds.get('foodbank') ?? by;
  await told.act({ actor: navigator, now: new Date(now.getTime() - DAY) }, (ctx) => tellPast(ctx, loading, by));
  const { items } = await told.referrals({ actor: navigator, now }).getWorklist({ view: 'open' });
  await linkPartners(
    loading,
    items.map(({ referralId }) => referralId),
  );
  await told.act({ actor: navigator, now: new Date(now.getTime() - HOUR) }, async (ctx) => {
    for (const [index, template] of ['referral.answered', 'referral.overdue', 'danger.seen'].entries())
      await notify(
        ctx,
        forNavigator({ accountId, template, by: partnerId, referralId: items[index]?.referralId ?? newId() }),
      );
    for (const personId of personIds.slice(0, 3))
      await notify(ctx, {
        template: 'request.moved',
        to: { kind: 'person', personId },
        values: { link: '/follow' },
        subject: newId(),
        urgency: 'soon',
      });
  });
}
