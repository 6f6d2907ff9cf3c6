import { versionsOf, type Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { NoticeText, NoticeWords } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type TextCtx = Ctx<NotificationsTables>;
type Row = Selectable<NotificationsTables['notifications.text']>;

/** What this region writes in place of the product's words, in versions. */
export const textVersions = versionsOf<Row>({ table: 'notifications.text', key: 'template' });

export function toText(row: Row): NoticeText {
  return {
    number: row.number,
    state: row.state,
    words: row.words as NoticeWords,
    version: row.version,
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}

/** Every version that this region wrote, of one template or of all, newest first. */
export async function listTexts(ctx: TextCtx, template?: string): Promise<Map<string, NoticeText[]>> {
  const rows = await ctx.db
    .selectFrom('notifications.text')
    .selectAll()
    .$if(template !== undefined, (query) => query.where('template', '=', template ?? ''))
    .orderBy('template')
    .orderBy('number', 'desc')
    .execute();
  const found = new Map<string, NoticeText[]>();
  for (const row of rows) found.set(row.template, [...(found.get(row.template) ?? []), toText(row)]);
  return found;
}

/** What this region sends today by each of these templates; one that it never wrote is not there. */
export async function listPublished(ctx: TextCtx, templates: readonly string[]): Promise<Map<string, NoticeText>> {
  if (templates.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('notifications.text')
    .selectAll()
    .where('template', 'in', [...new Set(templates)])
    .where('state', '=', 'published')
    .execute();
  return new Map(rows.map((row) => [row.template, toText(row)]));
}
