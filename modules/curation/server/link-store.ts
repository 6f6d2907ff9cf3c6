import { randomBytes } from 'node:crypto';
import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Link } from '../contract/index.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

/** Long enough to lie in a mailbox over a holiday, short enough that a lost one ends by itself. */
const LIFETIME_DAYS = 45;
const DAY_MS = 86_400_000;

const digestOf = (ctx: CurationCtx, token: string): Buffer => ctx.vault.digest('keeping link', token);

/** Makes a link for an organisation. Its secret is told once: only a keyed digest of it is kept. */
export async function insertLink(ctx: CurationCtx, organisationId: string) {
  const token = randomBytes(32).toString('base64url');
  const linkId = newId(ctx.now.getTime());
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_DAYS * DAY_MS);
  await ctx.db
    .insertInto('curation.link')
    .values({
      link_id: linkId,
      organisation_id: organisationId,
      digest: digestOf(ctx, token),
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  return { linkId, token, expiresAt: expiresAt.toISOString() };
}

/** The organisation that a living link is of, and the link. */
export async function findLink(
  ctx: CurationCtx,
  token: string,
): Promise<{ linkId: string; organisationId: string } | undefined> {
  const row = await ctx.db
    .selectFrom('curation.link')
    .select(['link_id', 'organisation_id'])
    .where('digest', '=', digestOf(ctx, token))
    .where('expires_at', '>', ctx.now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && { linkId: row.link_id, organisationId: row.organisation_id };
}

export async function saveUse(ctx: CurationCtx, linkId: string): Promise<void> {
  await ctx.db.updateTable('curation.link').set({ used_at: ctx.now }).where('link_id', '=', linkId).execute();
}

/** Ends a link; whether there was one that lived. */
export async function saveRevoked(ctx: CurationCtx, linkId: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('curation.link')
    .set({ revoked_at: ctx.now })
    .where('link_id', '=', linkId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The links of an organisation that can still be used, newest first. */
export async function listLinks(ctx: CurationCtx, organisationId: string): Promise<z.input<typeof Link>[]> {
  const rows = await ctx.db
    .selectFrom('curation.link')
    .select(['link_id', 'created_at', 'expires_at', 'used_at', 'revoked_at'])
    .where('organisation_id', '=', organisationId)
    .where('expires_at', '>', ctx.now)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('link_id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    linkId: row.link_id,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}
