import type { Ctx } from '@qantara/platform';
import type { ShortlistsTables } from './tables.gen.ts';

type ListsCtx = Ctx<ShortlistsTables>;

/** The services that whoever asks keeps at hand, the newest first. */
export async function listFavouriteIds(ctx: ListsCtx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('shortlists.favourite')
    .select('service_id')
    .where('account_id', '=', ctx.actor.accountId)
    .orderBy('added_at', 'desc')
    .orderBy('service_id')
    .execute();
  return rows.map((row) => row.service_id);
}

export async function saveFavourite(ctx: ListsCtx, accountId: string, serviceId: string): Promise<void> {
  await ctx.db
    .insertInto('shortlists.favourite')
    .values({ account_id: accountId, service_id: serviceId, added_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeFavourite(ctx: ListsCtx, accountId: string, serviceId: string): Promise<void> {
  await ctx.db
    .deleteFrom('shortlists.favourite')
    .where('account_id', '=', accountId)
    .where('service_id', '=', serviceId)
    .execute();
}
