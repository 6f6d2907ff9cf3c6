import { markOf } from '@qantara/kernel';
import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import { findPersonForUseCase } from '@qantara/people/server';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import { findReferralOf } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { findNavigator } from './message-store.ts';

type Tables = ReferralsTables;
type News = (ctx: Ctx<Tables>, event: DeliveredEvent) => Promise<void>;

/** Who looks after somebody by name; else those of the house that does and may answer. Nobody, while their request waits. */
async function readersOf(ctx: Ctx<Tables>, personId: string): Promise<string[]> {
  const navigator = await findNavigator(ctx, personId);
  if (navigator !== undefined) return [navigator];
  const steward = (await findPersonForUseCase(ctx, personId))?.stewardOrganisationId ?? null;
  return steward === null ? [] : listAccountsThatMay(ctx, 'referral:lead', steward);
}

/** That there is a message, and not a word of it: the person by a way that they called safe, colleagues with a link. */
const tellWritten: News = async (ctx, { personId, subject, data }) => {
  if (personId === null) return;
  if (data['side'] === 'navigator') {
    const to = { kind: 'person', personId } as const;
    await notify(ctx, {
      template: 'message.answered',
      to,
      values: { link: '/follow/messages' },
      subject,
      urgency: 'soon',
    });
    return;
  }
  const values = { link: `/work/people/${personId}/messages`, mark: markOf(personId) };
  for (const accountId of await readersOf(ctx, personId)) {
    const to = { kind: 'account', accountId } as const;
    await notify(ctx, { template: 'message.written', to, values, subject: personId, urgency: 'soon' });
  }
};

/** The person wants it no more: whoever was asked stops, and whoever asked knows. */
const tellWithdrawn: News = async (ctx, { personId, subject }) => {
  const row = personId === null ? undefined : await findReferralOf(ctx.db, personId, subject);
  if (row === undefined) return;
  const urgency = row.priority === 'tonight' ? 'now' : 'soon';
  const values = { link: '/work', mark: markOf(row.referral_id), need: row.need_code };
  const told = { template: 'referral.withdrawn', values, subject, urgency } as const;
  await notify(ctx, { ...told, to: { kind: 'account', accountId: row.from_account_id } });
  if (row.organisation_id !== null)
    await notify(ctx, { ...told, to: { kind: 'organisation', organisationId: row.organisation_id } });
};

/** Who is told of what a person writes, is written, and takes back. */
export const OWN_NEWS = [
  { event: 'message.written', name: 'referrals.tell-written', handle: tellWritten },
  { event: 'referral.withdrawn', name: 'referrals.tell-withdrawn', handle: tellWithdrawn },
];
