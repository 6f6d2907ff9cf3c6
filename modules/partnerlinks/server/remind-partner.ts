import { dayIn, markOf } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import { insertLink, listLinkRows } from './link-store.ts';
import type { PartnerlinksTables } from './tables.gen.ts';

type Reminded = { organisationId: string; needCode: string; isTonight: boolean; dueAt: string };

/** What a reminder says of its referral; undefined for an open one, which nobody has yet. */
function remindedOf({ data }: DeliveredEvent): Reminded | undefined {
  const { organisationId, needCode, priority, dueAt } = data;
  if (typeof organisationId !== 'string' || typeof needCode !== 'string' || typeof dueAt !== 'string') return undefined;
  return { organisationId, needCode, isTonight: priority === 'tonight', dueAt };
}

/** Where a partner answers: by a new link where the last one was sent to them, else in the program. */
async function wayIn(ctx: Ctx<PartnerlinksTables>, event: DeliveredEvent, organisationId: string) {
  const { subject: referralId, personId } = event;
  const [latest] = personId === null ? [] : await listLinkRows(ctx, { personId, referralId });
  if (personId === null || latest?.isSent !== true)
    return { link: `/work/referrals/${referralId}`, mark: markOf(referralId), subject: referralId };
  const { row, token } = await insertLink(ctx, {
    personId,
    referralId,
    organisationId,
    locale: latest.locale,
    isSent: true,
  });
  ctx.emit({
    type: 'partner_link.made',
    subject: row.link_id,
    personId,
    data: { referralId, organisationId, isSent: true },
  });
  return { link: `/r/${token}`, mark: markOf(row.link_id), subject: row.link_id };
}

/** Before an answer is due the partner is reminded, by the way that they prefer; once it is overdue whoever asked is told instead. */
export async function remindPartner(ctx: Ctx<PartnerlinksTables>, event: DeliveredEvent): Promise<void> {
  const reminded = remindedOf(event);
  if (reminded === undefined || new Date(reminded.dueAt) < ctx.now) return;
  const { organisationId, needCode: need, isTonight, dueAt } = reminded;
  const { link, mark, subject } = await wayIn(ctx, event, organisationId);
  const due = dayIn(ctx.timeZone, new Date(dueAt));
  await notify(ctx, {
    template: 'referral.reminder',
    to: { kind: 'organisation', organisationId },
    values: { link, mark, need, due },
    subject,
    urgency: isTonight ? 'now' : 'soon',
  });
}
