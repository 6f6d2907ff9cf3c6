import { randomBytes } from 'node:crypto';
import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import { ReceiptFacts, type GivenReceipt } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type PeopleCtx = Ctx<PeopleTables>;
type Given = Pick<GivenReceipt, 'personId' | 'consentId' | 'form' | 'whyNone' | 'locale'>;

const digestOf = (ctx: PeopleCtx, token: string): Buffer => ctx.vault.digest('consent receipt', token);

/** Keeps what was handed over, in place of what was before, and gives the secret of its address, told once; none without paper. */
export async function saveReceipt(
  ctx: PeopleCtx,
  given: Given,
  receipt: { facts: ReceiptFacts; endsAt: Date },
): Promise<string | null> {
  const token = given.form === 'none' ? null : randomBytes(32).toString('base64url');
  const values = {
    receipt_id: newId(ctx.now.getTime()),
    form: given.form,
    why_none: given.form === 'none' ? given.whyNone : null,
    locale: given.locale,
    link_digest: token === null ? null : digestOf(ctx, token),
    shown: token === null ? null : JSON.stringify(receipt.facts),
    ends_at: receipt.endsAt,
    made_by: ctx.actor.accountId,
    made_at: ctx.now,
  };
  await ctx.db
    .insertInto('people.consent_receipt')
    .values({ person_id: given.personId, consent_id: given.consentId, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'consent_id']).doUpdateSet(values))
    .execute();
  return token;
}

/** What the receipt of a living address holds. Whoever holds it has no circle: the database shows them the one that has its digest. */
export async function findReceipt(
  ctx: PeopleCtx,
  token: string,
): Promise<{ personId: string; receiptId: string; facts: ReceiptFacts } | undefined> {
  const digest = digestOf(ctx, token);
  return ctx.db.transaction().execute(async (db) => {
    await sql`select set_config('qantara.share', ${digest.toString('hex')}, true)`.execute(db);
    const row = await db
      .selectFrom('people.consent_receipt')
      .select(['person_id', 'receipt_id', 'shown'])
      .where('link_digest', '=', digest)
      .where('ends_at', '>', ctx.now)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { personId: row.person_id, receiptId: row.receipt_id, facts: ReceiptFacts.parse(row.shown) };
  });
}
