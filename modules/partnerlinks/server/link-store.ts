import { randomBytes } from 'node:crypto';
import { markOf, newId, type Locale } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Selectable } from 'kysely';
import type { LinkState, PartnerLink, PartnerLinkId, Question } from '../contract/index.ts';
import type { PartnerlinksTables } from './tables.gen.ts';

type LinksCtx = Ctx<PartnerlinksTables>;
export type LinkRow = Selectable<PartnerlinksTables['partnerlinks.link']>;
export type OfReferral = { personId: string; referralId: string };

/** The field's outer limit for an answer is two weeks, and help takes longer; a forgotten link ends by itself. */
const VALID_DAYS = 60;
const DAY_MS = 86_400_000;

const digestOf = (ctx: LinksCtx, token: string): Buffer => ctx.vault.digest('partner link', token);

function stateOf(row: LinkRow, now: Date): LinkState {
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at > now ? 'valid' : 'expired';
}

function toLink(row: LinkRow, now: Date): PartnerLink {
  return {
    partnerLinkId: row.link_id as PartnerLinkId,
    mark: markOf(row.link_id),
    isSent: row.is_sent,
    state: stateOf(row, now),
    locale: row.locale,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    openedCount: row.opened_count,
    openedAt: row.opened_at?.toISOString() ?? null,
  };
}

/** Makes a link; its secret is told once. */
export async function insertLink(
  ctx: LinksCtx,
  of: OfReferral & { organisationId: string; locale: Locale; isSent: boolean },
): Promise<{ row: LinkRow; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const row = await ctx.db
    .insertInto('partnerlinks.link')
    .values({
      person_id: of.personId,
      link_id: newId(ctx.now.getTime()),
      referral_id: of.referralId,
      digest: digestOf(ctx, token),
      organisation_id: of.organisationId,
      locale: of.locale,
      is_sent: of.isSent,
      made_by: ctx.actor.accountId,
      made_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + VALID_DAYS * DAY_MS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, token };
}

/** The link that a secret opens, if it still does. Whoever holds it has no circle: the database shows them the one row of its digest. */
export async function findHeld(ctx: LinksCtx, token: string): Promise<LinkRow | undefined> {
  const digest = digestOf(ctx, token);
  await sql`select set_config('qantara.share', ${digest.toString('hex')}, true)`.execute(ctx.db);
  const row = await ctx.db.selectFrom('partnerlinks.link').selectAll().where('digest', '=', digest).executeTakeFirst();
  return row !== undefined && stateOf(row, ctx.now) === 'valid' ? row : undefined;
}

export async function saveOpened(ctx: LinksCtx, row: LinkRow): Promise<void> {
  await ctx.db
    .updateTable('partnerlinks.link')
    .set((eb) => ({ opened_count: eb('opened_count', '+', 1), opened_at: ctx.now }))
    .where('person_id', '=', row.person_id)
    .where('link_id', '=', row.link_id)
    .execute();
}

/** Ends a link; false where there is none of this referral that could still be used. */
export async function saveRevoked(ctx: LinksCtx, of: OfReferral & { partnerLinkId: string }): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('partnerlinks.link')
    .set({ revoked_at: ctx.now })
    .where('person_id', '=', of.personId)
    .where('referral_id', '=', of.referralId)
    .where('link_id', '=', of.partnerLinkId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function listLinkRows(ctx: LinksCtx, of: OfReferral): Promise<PartnerLink[]> {
  const rows = await ctx.db
    .selectFrom('partnerlinks.link')
    .selectAll()
    .where('person_id', '=', of.personId)
    .where('referral_id', '=', of.referralId)
    .orderBy('made_at', 'desc')
    .orderBy('link_id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => toLink(row, ctx.now));
}

export async function insertQuestion(
  ctx: LinksCtx,
  asked: OfReferral & { side: Question['side']; words: string; accountId: string | null },
): Promise<string> {
  const questionId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('partnerlinks.question')
    .values({
      person_id: asked.personId,
      question_id: questionId,
      referral_id: asked.referralId,
      side: asked.side,
      words: asked.words,
      account_id: asked.accountId,
      asked_at: ctx.now,
    })
    .execute();
  return questionId;
}

export async function listQuestions(ctx: LinksCtx, of: OfReferral): Promise<Question[]> {
  const rows = await ctx.db
    .selectFrom('partnerlinks.question')
    .select(['side', 'words', 'asked_at'])
    .where('person_id', '=', of.personId)
    .where('referral_id', '=', of.referralId)
    .orderBy('asked_at')
    .orderBy('question_id')
    .limit(200)
    .execute();
  return rows.map(({ side, words, asked_at: at }) => ({ side, words, askedAt: at.toISOString() }));
}
