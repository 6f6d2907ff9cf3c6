import { newId, type Locale } from '@qantara/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Attribution, PublicQuote, Quote } from '../contract/index.ts';
import type { DisclosureCtx } from './dataset-store.ts';

type Row = Omit<Quote, 'isOwn' | 'proposedAt' | 'releasedAt' | 'withdrawnAt'> & {
  proposedBy: string;
  proposedAt: Date;
  releasedAt: Date | null;
  withdrawnAt: Date | null;
};

const selectQuotes = (where: RawBuilder<unknown>) => sql<Row>`
  select quote_id as "quoteId", language, words, attribution, attributed_to as "attributedTo", group_size as "groupSize", state,
    proposed_by as "proposedBy", proposed_at as "proposedAt", released_at as "releasedAt", withdrawn_at as "withdrawnAt"
  from disclosure.quote where ${where}
  order by state = 'withdrawn', coalesce(released_at, proposed_at) desc, quote_id desc limit 500`;

function toQuote({ actor }: DisclosureCtx, { proposedBy, ...row }: Row): Quote {
  return {
    ...row,
    isOwn: proposedBy === actor.accountId,
    proposedAt: row.proposedAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

export async function listAllQuotes(ctx: DisclosureCtx): Promise<Quote[]> {
  const { rows } = await selectQuotes(sql`true`).execute(ctx.db);
  return rows.map((row) => toQuote(ctx, row));
}

export async function findQuote(ctx: DisclosureCtx, quoteId: string): Promise<Quote | undefined> {
  const { rows } = await selectQuotes(sql`quote_id = ${quoteId}`).execute(ctx.db);
  return rows[0] === undefined ? undefined : toQuote(ctx, rows[0]);
}

/** What everybody may read: the words and the one thing that is said of who spoke, not how many that could be. */
export async function listPublicQuotes(ctx: DisclosureCtx): Promise<PublicQuote[]> {
  const { rows } = await selectQuotes(sql`state = 'released'`).execute(ctx.db);
  return rows.map(({ quoteId, language, words, attribution, attributedTo }) => ({
    quoteId,
    language,
    words,
    attribution,
    attributedTo,
  }));
}

export type QuoteToKeep = {
  language: Locale;
  words: string;
  attribution: Attribution;
  attributedTo: string | null;
  groupSize: number | null;
};

export async function insertQuote(ctx: DisclosureCtx, quote: QuoteToKeep & { proposedBy: string }): Promise<string> {
  const quoteId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('disclosure.quote')
    .values({
      quote_id: quoteId,
      language: quote.language,
      words: quote.words,
      attribution: quote.attribution,
      attributed_to: quote.attributedTo,
      group_size: quote.groupSize,
      state: 'proposed',
      proposed_by: quote.proposedBy,
      proposed_at: ctx.now,
    })
    .execute();
  return quoteId;
}

/** A proposed quote becomes public. False where it is no proposal any more. */
export async function saveReleased(ctx: DisclosureCtx, quoteId: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('disclosure.quote')
    .set({ state: 'released', released_by: ctx.actor.accountId, released_at: ctx.now })
    .where('quote_id', '=', quoteId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A quote is told no more, or never will be. False where it was withdrawn before. */
export async function saveWithdrawn(ctx: DisclosureCtx, quoteId: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('disclosure.quote')
    .set({ state: 'withdrawn', withdrawn_by: ctx.actor.accountId, withdrawn_at: ctx.now })
    .where('quote_id', '=', quoteId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
