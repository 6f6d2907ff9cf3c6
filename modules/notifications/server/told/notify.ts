import { withTables, type AnyCtx } from '@qantara/platform';
import type { NoticeTemplate, NoticeUrgency } from '../../contract/index.ts';
import { faultOfValues, type NoticeValues } from '../../domain/index.ts';
import { channelFor, findAccountPreference } from '../preferences/preference-store.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { templateOf } from '../texts/shipped-templates.ts';
import { insertMessage, insertNotice, markSaid } from './notice-store.ts';

/** Whom something is told. */
export type Addressee =
  | { kind: 'account'; accountId: string }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'person'; personId: string };

/** Something to be told; README: Words. */
export type NewNotice = {
  template: string;
  to: Addressee;
  values: NoticeValues;
  /** The identifier of what it is about. */
  subject: string;
  urgency: NoticeUrgency;
};

const HOUR = 3_600_000;

function idOf(to: Addressee): string {
  if (to.kind === 'account') return to.accountId;
  return to.kind === 'organisation' ? to.organisationId : to.personId;
}

/** What is wrong with a notice is wrong in the program: it is told without the value, which may be somebody's. */
function judge(template: NoticeTemplate, { to, values, subject }: NewNotice, now: Date): void {
  if (!template.to.includes(to.kind)) throw new Error(`${template.code} is not for a ${to.kind}`);
  const fault = faultOfValues(template, values, { subject, now });
  if (fault !== undefined) throw new Error(`${template.code}: ${fault} is not what the template declares`);
}

async function leavesTheApp(anyCtx: AnyCtx, to: Addressee, template: NoticeTemplate): Promise<boolean> {
  if (to.kind !== 'account') return true;
  const ctx = withTables<NotificationsTables>(anyCtx);
  return channelFor(await findAccountPreference(ctx, to.accountId), template.topic) !== 'app';
}

/**
 * Tells somebody something, in the caller's transaction: what is rolled back was never told. It reaches them by the way that they
 * prefer, decided when it is sent. The same template to the same about the same within the template's hours is told once. Throws where
 * the template is not declared, is not for them, or a value is not of its declared kind: nothing about a person has one.
 */
export async function notify(anyCtx: AnyCtx, notice: NewNotice): Promise<void> {
  await queue(anyCtx, notice);
}

/** The same, for whoever needs to know which notice it became; undefined where it was said already. */
export async function queue(anyCtx: AnyCtx, notice: NewNotice): Promise<string | undefined> {
  const ctx = withTables<NotificationsTables>(anyCtx);
  const { to, values, subject, urgency } = notice;
  const template = templateOf(notice.template);
  judge(template, notice, ctx.now);
  const recipientId = idOf(to);
  const digest = ctx.vault.digest('notice', [template.code, to.kind, recipientId, subject].join('|'));
  const since = new Date(ctx.now.getTime() - template.notAgainForHours * HOUR);
  if (!(await markSaid(ctx, digest, since))) return undefined;
  const sealed = ctx.vault.seal(JSON.stringify({ values, subject }));
  const row = { template: template.code, recipient: to.kind, recipientId, urgency, sealed };
  const noticeId = await insertNotice(ctx, row);
  if (await leavesTheApp(ctx, to, template)) await insertMessage(ctx, noticeId);
  ctx.emit({
    type: 'notice.queued',
    subject: noticeId,
    personId: to.kind === 'person' ? to.personId : null,
    data: { template: template.code, recipient: to.kind },
  });
  return noticeId;
}
