import type { Actor } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import { takeStanding } from '../db/index.ts';
import type { AnyCtx } from './context.ts';
import { standingOf } from './standing-of.ts';

/**
 * Work in the name of somebody for whom a secret stands (a link), or whose word another typed in: the rules and the database answer as
 * they would answer them, and afterwards as before. What is told is told as the caller's, so that the audit names who it was. Only
 * inside a transaction: the standing ends with it, whatever happens.
 */
export async function inTheNameOf<T>(ctx: AnyCtx, actor: Actor, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const db = ctx.db as Kysely<object>;
  await sql.raw(takeStanding(standingOf(actor), 'transaction')).execute(db);
  const done = await work({ ...ctx, actor });
  await sql.raw(takeStanding(standingOf(ctx.actor), 'transaction')).execute(db);
  return done;
}
