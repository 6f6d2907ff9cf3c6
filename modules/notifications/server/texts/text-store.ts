import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { NoticeText, NoticeWords } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type TextCtx = Ctx<NotificationsTables>;
type Row = Selectable<NotificationsTables['notifications.text']>;

function toText(row: Row): NoticeText {
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

type Draft = { template: string; words: NoticeWords };

/** Begins the next version; undefined where somebody began one already. */
export async function insertDraft(ctx: TextCtx, { template, words }: Draft): Promise<NoticeText | undefined> {
  const row = await ctx.db
    .insertInto('notifications.text')
    .values((eb) => ({
      template,
      number: eb
        .selectFrom('notifications.text as before')
        .where('before.template', '=', template)
        .select((all) => all(all.fn.coalesce(all.fn.max('before.number'), all.lit(0)), '+', 1).as('next'))
        .$asScalar(),
      state: 'drafted',
      words: JSON.stringify(words),
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}

/** Writes over the draft that was read; undefined where somebody else was first, or there is none. */
export async function saveDraft(
  ctx: TextCtx,
  { template, words, version }: Draft & { version: number },
): Promise<NoticeText | undefined> {
  const row = await ctx.db
    .updateTable('notifications.text')
    .set((eb) => ({
      words: JSON.stringify(words),
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('template', '=', template)
    .where('state', '=', 'drafted')
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}

/** The draft is what is sent from now on, and what was sent before is superseded; both stay as they are for good. */
export async function savePublished(
  ctx: TextCtx,
  key: { template: string; number: number; version: number },
): Promise<NoticeText | undefined> {
  await ctx.db
    .updateTable('notifications.text')
    .set({ state: 'superseded', superseded_at: ctx.now })
    .where('template', '=', key.template)
    .where('state', '=', 'published')
    .execute();
  const row = await ctx.db
    .updateTable('notifications.text')
    .set({ state: 'published', published_by: ctx.actor.accountId, published_at: ctx.now })
    .where('template', '=', key.template)
    .where('number', '=', key.number)
    .where('state', '=', 'drafted')
    .where('version', '=', key.version)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}
