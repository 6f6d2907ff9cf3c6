import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { Locale, Page } from '@qantara/kernel';
import type { Captured, NoticeChannel, NoticeRecipient } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { listNamesOf, nameOfTemplate } from './message-view.ts';

type ViewCtx = Ctx<NotificationsTables>;
type Row = {
  capturedId: string;
  channel: NoticeChannel;
  recipient: NoticeRecipient;
  template: string;
  accountId: string | null;
  organisationId: string | null;
  hint: string;
  locale: Locale;
  sealed: string;
  parts: number | null;
  at: Date;
};

const LINK = /https?:\/\/\S+/;

/** What would have been sent, newest first. */
export async function listCaptured(
  ctx: ViewCtx,
  { page, perPage }: { page: number; perPage: number },
): Promise<Page<Captured>> {
  const { rows } =
    await sql<Row>`select captured.captured_id as "capturedId", captured.channel, notice.recipient, notice.template,
    notice.account_id as "accountId", notice.organisation_id as "organisationId", captured.hint, captured.locale, captured.sealed,
    captured.parts, captured.at
    from notifications.captured join notifications.message using (message_id) join notifications.notice using (notice_id)
    order by captured.at desc, captured.captured_id desc limit ${perPage + 1} offset ${(page - 1) * perPage}`.execute(
      ctx.db,
    );
  const shown = rows.slice(0, perPage);
  const names = await listNamesOf(ctx, shown);
  const items = shown.map((row): Captured => {
    const { subject, text } = JSON.parse(ctx.vault.open(row.sealed)) as { subject: string; text: string };
    return {
      capturedId: row.capturedId,
      channel: row.channel,
      recipient: row.recipient,
      templateName: nameOfTemplate(row.template),
      to: names.get(row.accountId ?? row.organisationId ?? '') ?? null,
      address: row.hint,
      locale: row.locale,
      subject,
      text,
      link: LINK.exec(text)?.[0] ?? null,
      parts: row.parts,
      at: row.at.toISOString(),
    };
  });
  return { items, page, perPage, total: null, hasMore: rows.length > perPage };
}
