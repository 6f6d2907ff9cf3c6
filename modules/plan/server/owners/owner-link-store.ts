import { randomBytes } from 'node:crypto';
import { markOf, newId, type Locale } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { OwnerLink } from '../../contract/index.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;
export type OwnerLinkRow = Selectable<PlanTables['plan.owner_link']>;

/** Long enough for one period of news; a forgotten link ends by itself. */
const VALID_DAYS = 100;
const DAY_MS = 86_400_000;

const digestOf = (ctx: PlanCtx, token: string): Buffer => ctx.vault.digest('plan owner link', token);

function stateOf(row: OwnerLinkRow, now: Date): OwnerLink['state'] {
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at > now ? 'valid' : 'expired';
}

export type NewOwnerLink = { linkId: string; token: string; expiresAt: Date };

/** Makes a link; its secret is told once, and only its digest is kept. */
export async function insertOwnerLink(
  ctx: PlanCtx,
  { itemId, locale, sentTo }: { itemId: string; locale: Locale; sentTo: string | null },
): Promise<NewOwnerLink> {
  const token = randomBytes(32).toString('base64url');
  const linkId = newId(ctx.now.getTime());
  const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * DAY_MS);
  await ctx.db
    .insertInto('plan.owner_link')
    .values({
      link_id: linkId,
      item_id: itemId,
      digest: digestOf(ctx, token),
      locale,
      sent_to: sentTo,
      made_by: ctx.actor.accountId,
      made_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  return { linkId, token, expiresAt };
}

/** The links of one node, the newest first. */
export async function listOwnerLinks(ctx: PlanCtx, itemId: string): Promise<OwnerLink[]> {
  const query = ctx.db.selectFrom('plan.owner_link').selectAll().where('item_id', '=', itemId);
  return (await query.orderBy('made_at', 'desc').execute()).map((row) => ({
    linkId: row.link_id,
    mark: markOf(row.link_id),
    state: stateOf(row, ctx.now),
    locale: row.locale,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    usedCount: row.used_count,
    usedAt: row.used_at?.toISOString() ?? null,
    isSent: row.sent_to !== null,
  }));
}

/** The link that a secret opens, if it still does. */
export async function findHeldLink(ctx: PlanCtx, token: string): Promise<OwnerLinkRow | undefined> {
  return ctx.db
    .selectFrom('plan.owner_link')
    .selectAll()
    .where('digest', '=', digestOf(ctx, token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
}

/** Counts that something was said by a link. */
export async function saveUsed(ctx: PlanCtx, linkId: string): Promise<void> {
  await ctx.db
    .updateTable('plan.owner_link')
    .set((eb) => ({ used_count: eb('used_count', '+', 1), used_at: ctx.now }))
    .where('link_id', '=', linkId)
    .execute();
}

/** The last link that was sent for each of these nodes; a node whose last one was ended is left out: somebody ended the asking too. */
export async function lastSentLinks(ctx: PlanCtx, itemIds: readonly string[]): Promise<OwnerLinkRow[]> {
  if (itemIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('plan.owner_link')
    .selectAll()
    .distinctOn('item_id')
    .where('item_id', 'in', itemIds)
    .where('sent_to', 'is not', null)
    .orderBy('item_id')
    .orderBy('made_at', 'desc')
    .orderBy('link_id', 'desc')
    .execute();
  return rows.filter((row) => row.revoked_at === null);
}

/** Ends a link of a node; whether it was there and had not ended. */
export async function saveOwnerLinkRevoked(ctx: PlanCtx, of: { itemId: string; linkId: string }): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('plan.owner_link')
    .set({ revoked_at: ctx.now })
    .where('item_id', '=', of.itemId)
    .where('link_id', '=', of.linkId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
