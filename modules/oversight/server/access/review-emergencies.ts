import { listGlassReviews as listReviews, reviewGlass as review } from '@qantara/people/server';
import type { ReviewGlass } from '@qantara/people/contract';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { GlassReviews } from '../../contract/index.ts';
import type { OversightTables } from '../tables.gen.ts';

type AccessCtx = Ctx<OversightTables>;

/** What was opened in an emergency: what nobody looked at yet, the oldest first, or what was, the newest first. */
export async function listGlassReviews(
  ctx: AccessCtx,
  { reviewed }: { reviewed: 'yes' | 'no' },
): Promise<GlassReviews> {
  const items = await listReviews(ctx, reviewed === 'yes');
  ctx.noteAccess({ personId: [...new Set(items.map((one) => one.personId))], kind: 'glass', rule: 'oversight' });
  return { items, now: ctx.now.toISOString() };
}

/** What the privacy officer found. Refuses `glass_not_found`, `glass_own`, `glass_reviewed`. */
export async function reviewGlass(ctx: AccessCtx, given: z.output<typeof ReviewGlass>): Promise<{ done: true }> {
  await review(ctx, given);
  return { done: true };
}
