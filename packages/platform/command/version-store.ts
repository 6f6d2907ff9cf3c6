import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AnyCtx } from './context.ts';

type Given = Pick<AnyCtx, 'db' | 'now' | 'actor'>;

type Draft = { key: string; words: unknown };
type Published = { key: string; number: number; version: number };

/** What is written in versions: one is drafted, one is read today, those before it are superseded. */
export type Versions<Row> = {
  /** Begins the next version; undefined where somebody began one already. */
  insertDraft: (ctx: Given, draft: Draft) => Promise<Row | undefined>;
  /** Writes over the draft that was read; undefined where somebody else was first, or there is none. */
  saveDraft: (ctx: Given, draft: Draft & { version: number }) => Promise<Row | undefined>;
  /** The draft is what is read from now on, and the one before it is superseded; both stay as they are for good. */
  savePublished: (ctx: Given, draft: Published) => Promise<Row | undefined>;
};

/**
 * The versions of a table of words: `number` counts them for each key, `state` is drafted, published or superseded, `version` is the
 * one that was read. Its unique keys see to it that of one key there is one draft and one published version.
 */
export function versionsOf<Row>(of: { table: string; key: string }): Versions<Row> {
  const table = sql.table(of.table);
  const key = sql.ref(of.key);
  const run = async ({ db }: Given, statement: RawBuilder<Row>): Promise<Row | undefined> =>
    (await statement.execute(db as Kysely<unknown>)).rows[0];
  return {
    insertDraft: (ctx, draft) =>
      run(
        ctx,
        sql<Row>`insert into ${table} (${key}, number, state, words, written_by, written_at)
          select ${draft.key}, (select coalesce(max(number), 0) + 1 from ${table} where ${key} = ${draft.key}), 'drafted',
            ${JSON.stringify(draft.words)}::jsonb, ${ctx.actor.accountId}::uuid, ${ctx.now}::timestamptz
          on conflict do nothing returning *`,
      ),
    saveDraft: (ctx, draft) =>
      run(
        ctx,
        sql<Row>`update ${table} set words = ${JSON.stringify(draft.words)}::jsonb, written_by = ${ctx.actor.accountId},
            written_at = ${ctx.now}, version = version + 1
          where ${key} = ${draft.key} and state = 'drafted' and version = ${draft.version} returning *`,
      ),
    savePublished: async (ctx, draft) => {
      await run(
        ctx,
        sql<Row>`update ${table} set state = 'superseded', superseded_at = ${ctx.now}
          where ${key} = ${draft.key} and state = 'published'`,
      );
      return run(
        ctx,
        sql<Row>`update ${table} set state = 'published', published_by = ${ctx.actor.accountId}, published_at = ${ctx.now}
          where ${key} = ${draft.key} and number = ${draft.number} and state = 'drafted' and version = ${draft.version}
          returning *`,
      );
    },
  };
}
