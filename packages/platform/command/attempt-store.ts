import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from './context.ts';

/**
 * Counts one attempt in a bucket and says whether it is still allowed: `limit` attempts in a window. In a command the
 * count is kept by its transaction and undone by a refusal; in a route that says `tries` it stands at once.
 */
export async function countAttempt(
  ctx: AnyCtx,
  bucket: string,
  allowed: { limit: number; windowSeconds: number },
): Promise<boolean> {
  const db = ctx.db as Kysely<unknown>;
  const ends = new Date(ctx.now.getTime() + allowed.windowSeconds * 1000);
  const counted = await sql<{ count: number }>`
    insert into platform.rate (bucket, count, resets_at) values (${bucket}, 1, ${ends})
    on conflict (bucket) do update set
      count = case when rate.resets_at <= ${ctx.now} then 1 else rate.count + 1 end,
      resets_at = case when rate.resets_at <= ${ctx.now} then ${ends} else rate.resets_at end
    returning count`.execute(db);
  return (counted.rows[0]?.count ?? 1) <= allowed.limit;
}

/** Takes an attempt back that turned out right: a house of forty who sign in every morning is not forty guesses. */
export async function forgiveAttempt(ctx: AnyCtx, bucket: string): Promise<void> {
  const db = ctx.db as Kysely<unknown>;
  await sql`update platform.rate set count = greatest(count - 1, 0) where bucket = ${bucket}`.execute(db);
}
