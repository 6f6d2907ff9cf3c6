import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { NoticeId, NoticeWords, OwnNotice, OwnNotices } from '../../contract/index.ts';
import { fillWords } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { unseal } from '../told/unseal.ts';
import { showValues, type Names } from '../texts/show-values.ts';
import { TEMPLATES } from '../texts/shipped-templates.ts';
import { listPublished } from '../texts/text-store.ts';

type OwnCtx = Ctx<NotificationsTables>;
type Row = { notice_id: string; template: string; sealed: string; at: Date; read_at: Date | null };

type Saying = { ctx: OwnCtx; names: Names; written: NoticeWords | undefined };

const inAll = (text: string): LocalizedText => Object.fromEntries(LOCALES.map((locale) => [locale, text]));

async function subjectOf({ ctx, names, written }: Saying, row: Row): Promise<Pick<OwnNotice, 'subject' | 'path'>> {
  const template = TEMPLATES.get(row.template);
  if (template === undefined) return { subject: inAll(row.template), path: null };
  const { values } = unseal(ctx, row.sealed);
  const subject: LocalizedText = {};
  for (const locale of LOCALES) {
    const shown = (await showValues({ ctx, names, locale }, template, values)) ?? {};
    subject[locale] = fillWords(template, written ?? template.words, { locale, values: shown }).subject;
  }
  const link = Object.entries(template.placeholders).find(([, kind]) => kind === 'link')?.[0];
  const path = link === undefined ? undefined : values[link];
  return { subject, path: typeof path === 'string' ? path : null };
}

async function countUnread(ctx: OwnCtx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notifications.notice
    where account_id = ${ctx.actor.accountId} and read_at is null`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** What the reader was told, newest first, by the words of today. */
export async function listOwn(
  ctx: OwnCtx,
  names: Names,
  { page, perPage }: { page: number; perPage: number },
): Promise<OwnNotices> {
  const rows = await ctx.db
    .selectFrom('notifications.notice')
    .select(['notice_id', 'template', 'sealed', 'at', 'read_at'])
    .where('account_id', '=', ctx.actor.accountId ?? '')
    .orderBy('at', 'desc')
    .orderBy('notice_id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
  const shown = rows.slice(0, perPage);
  const published = await listPublished(
    ctx,
    shown.map(({ template }) => template),
  );
  const items: OwnNotice[] = [];
  for (const row of shown) {
    const said = await subjectOf({ ctx, names, written: published.get(row.template)?.words }, row);
    items.push({
      noticeId: row.notice_id as NoticeId,
      topic: TEMPLATES.get(row.template)?.topic ?? 'account',
      ...said,
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    });
  }
  return { items, page, perPage, total: null, hasMore: rows.length > perPage, unread: await countUnread(ctx) };
}

/** Marks as read, one or all of the reader's own; how many were not read yet, or undefined where there is no such notice of theirs. */
export async function saveRead(ctx: OwnCtx, noticeId: string | null): Promise<number | undefined> {
  const { accountId } = ctx.actor;
  const one = noticeId === null ? sql`true` : sql`notice_id = ${noticeId}`;
  const found =
    await sql`select 1 from notifications.notice where account_id = ${accountId} and ${one} limit 1`.execute(ctx.db);
  if (noticeId !== null && found.rows.length === 0) return undefined;
  const { numAffectedRows } = await sql`update notifications.notice set read_at = ${ctx.now}
    where account_id = ${accountId} and read_at is null and ${one}`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}
