import { refuse } from '@qantara/kernel';
import { listAreas } from '@qantara/territory/server';
import type { NewQuote, Quote } from '../contract/index.ts';
import { PRESETS } from '../domain/index.ts';
import type { DisclosureCtx } from './dataset-store.ts';
import { findQuote, insertQuote, saveReleased, saveWithdrawn } from './quote-store.ts';

async function getQuoteThatIs(ctx: DisclosureCtx, quoteId: string): Promise<Quote> {
  return (await findQuote(ctx, quoteId)) ?? refuse('quote_not_found');
}

const FIELD_OF = { area: 'areaId', age_group: 'ageGroup', role: 'role' } as const;

/** The one thing that is said of who spoke; what was sent of the others is left out. */
function attributedToOf(quote: NewQuote): string | null {
  if (quote.attribution === 'none') return null;
  const field = FIELD_OF[quote.attribution];
  return quote[field] ?? refuse('quote_unattributed', { fields: [{ path: field, code: 'required' }] });
}

/** Those whom the attribution could mean must be as many as are told of in public. */
function groupSizeOf({ attribution, groupSize }: NewQuote): number | null {
  if (attribution === 'none') return null;
  if (groupSize === null || groupSize < PRESETS.public.least)
    refuse('quote_group_small', {
      fields: [{ path: 'groupSize', code: 'quote_group_small' }],
      values: { least: PRESETS.public.least },
    });
  return groupSize;
}

/**
 * Proposes what somebody said for everybody to read. Refuses `quote_unattributed` where the attribution names nothing,
 * `quote_group_small` where it could mean a few, `area_not_found`.
 */
export async function proposeQuote(ctx: DisclosureCtx, quote: NewQuote): Promise<Quote> {
  const { language, words, attribution } = quote;
  const attributedTo = attributedToOf(quote);
  const groupSize = groupSizeOf(quote);
  if (attribution === 'area' && !(await listAreas(ctx)).some(({ areaId }) => areaId === attributedTo))
    refuse('area_not_found');
  const proposedBy = ctx.actor.accountId ?? refuse('not_signed_in');
  const quoteId = await insertQuote(ctx, { language, words, attribution, attributedTo, groupSize, proposedBy });
  ctx.emit({ type: 'quote.proposed', subject: quoteId, data: { attribution }, after: { words } });
  return getQuoteThatIs(ctx, quoteId);
}

/** Lets everybody read it. Refuses `quote_own` to who proposed it, `quote_moved_on` where it is no proposal any more. */
export async function releaseQuote(ctx: DisclosureCtx, { quoteId }: { quoteId: string }): Promise<Quote> {
  const quote = await getQuoteThatIs(ctx, quoteId);
  if (quote.isOwn) refuse('quote_own');
  if (!(await saveReleased(ctx, quoteId))) refuse('quote_moved_on');
  ctx.emit({ type: 'quote.released', subject: quoteId });
  return getQuoteThatIs(ctx, quoteId);
}

/** Takes it back, at once; one person is enough to tell less. Refuses `quote_moved_on` where it was taken back before. */
export async function withdrawQuote(ctx: DisclosureCtx, { quoteId }: { quoteId: string }): Promise<Quote> {
  await getQuoteThatIs(ctx, quoteId);
  if (!(await saveWithdrawn(ctx, quoteId))) refuse('quote_moved_on');
  ctx.emit({ type: 'quote.withdrawn', subject: quoteId });
  return getQuoteThatIs(ctx, quoteId);
}
