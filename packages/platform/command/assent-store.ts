import { newId, refuse } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from './context.ts';

/** A step that needs two people: asked by one, agreed or refused by another, used once by the first, all within a day. */
export type AssentState = 'asked' | 'agreed' | 'refused' | 'used' | 'expired';

export type Assent = {
  assentId: string;
  kind: string;
  about: Record<string, unknown>;
  reason: string;
  state: AssentState;
  askedBy: string;
  askedAt: Date;
  expiresAt: Date;
  answeredBy: string | null;
  answeredAt: Date | null;
  answerNote: string | null;
  usedAt: Date | null;
};

/** The refusals of a step that needs two people: a route that takes one declares those it meets. */
export const ASSENT_REFUSALS = ['assent_not_found', 'assent_own', 'assent_closed', 'assent_not_agreed'] as const;

const HOURS_OPEN = 24;

const dbOf = (ctx: AnyCtx): Kysely<unknown> => ctx.db as Kysely<unknown>;
const accountOf = (ctx: AnyCtx): string => ctx.actor.accountId ?? refuse('not_signed_in');

/** Time closes what was asked or agreed and not used. */
const SELECTED = (now: Date) => sql`
  select assent_id as "assentId", kind, about, reason,
    case when state in ('asked', 'agreed') and expires_at <= ${now} then 'expired' else state end as state,
    asked_by as "askedBy", asked_at as "askedAt", expires_at as "expiresAt", answered_by as "answeredBy",
    answered_at as "answeredAt", answer_note as "answerNote", used_at as "usedAt"
  from platform.assent`;

/** Asks for somebody else's word. `about` is what they agree to, to the letter: identifiers and codes only. */
export async function askAssent(
  ctx: AnyCtx,
  asked: { kind: string; about: Record<string, unknown>; reason: string },
): Promise<string> {
  const assentId = newId(ctx.now.getTime());
  const expiresAt = new Date(ctx.now.getTime() + HOURS_OPEN * 3_600_000);
  await sql`insert into platform.assent (assent_id, kind, about, reason, state, asked_by, asked_at, expires_at)
    values (${assentId}, ${asked.kind}, ${JSON.stringify(asked.about)}, ${asked.reason}, 'asked', ${accountOf(ctx)}, ${ctx.now},
      ${expiresAt})`.execute(dbOf(ctx));
  ctx.emit({ type: 'assent.asked', subject: assentId, data: { kind: asked.kind }, after: { reason: asked.reason } });
  return assentId;
}

/** Which steps are meant: those about something, named by what `about` says of it; those that were used; no more than so many. */
type Meant = { about?: Record<string, unknown>; isUsed?: true; limit?: number };

const MOST_LISTED = 50;

/** What was asked of this kind, newest first. What is meant is asked of the database: a list cut first and sifted then lacks some. */
export async function listAssents(ctx: AnyCtx, kind: string, meant: Meant = {}): Promise<Assent[]> {
  const about = meant.about === undefined ? sql`` : sql`and about @> ${JSON.stringify(meant.about)}::jsonb`;
  const used = meant.isUsed === true ? sql`and state = 'used'` : sql``;
  const { rows } = await sql<Assent>`${SELECTED(ctx.now)} where kind = ${kind} ${about} ${used}
    order by asked_at desc, assent_id desc limit ${meant.limit ?? MOST_LISTED}`.execute(dbOf(ctx));
  return rows;
}

/** One step of this kind. Refuses `assent_not_found`. */
export async function findAssent(ctx: AnyCtx, of: { assentId: string; kind: string }): Promise<Assent> {
  const { rows } =
    await sql<Assent>`${SELECTED(ctx.now)} where assent_id = ${of.assentId} and kind = ${of.kind}`.execute(dbOf(ctx));
  return rows[0] ?? refuse('assent_not_found');
}

/**
 * Gives the word of a second person. Refuses `assent_own` to who asked, and `assent_closed` where somebody answered already or the
 * day is over: of two who answer at once, one is told so.
 */
export async function answerAssent(
  ctx: AnyCtx,
  answer: { assentId: string; kind: string; agrees: boolean; note: string | null },
): Promise<void> {
  const by = accountOf(ctx);
  if ((await findAssent(ctx, answer)).askedBy === by) refuse('assent_own');
  const state = answer.agrees ? 'agreed' : 'refused';
  const { rows } = await sql`
    update platform.assent set state = ${state}, answered_by = ${by}, answered_at = ${ctx.now}, answer_note = ${answer.note}
    where assent_id = ${answer.assentId} and kind = ${answer.kind} and state = 'asked' and asked_by <> ${by}
      and expires_at > ${ctx.now}
    returning assent_id`.execute(dbOf(ctx));
  if (rows.length === 0) refuse('assent_closed');
  const after = answer.note === null ? {} : { after: { note: answer.note } };
  ctx.emit({ type: `assent.${state}`, subject: answer.assentId, data: { kind: answer.kind }, ...after });
}

/** Uses it up, in the transaction of the step itself. Refuses `assent_not_agreed` to anybody but who asked, and the second time. */
export async function useAssent(ctx: AnyCtx, of: { assentId: string; kind: string }): Promise<Assent> {
  await findAssent(ctx, of);
  const { rows } = await sql`
    update platform.assent set state = 'used', used_at = ${ctx.now}
    where assent_id = ${of.assentId} and kind = ${of.kind} and state = 'agreed' and asked_by = ${accountOf(ctx)}
      and expires_at > ${ctx.now}
    returning assent_id`.execute(dbOf(ctx));
  if (rows.length === 0) refuse('assent_not_agreed');
  ctx.emit({ type: 'assent.used', subject: of.assentId, data: { kind: of.kind } });
  return findAssent(ctx, of);
}
