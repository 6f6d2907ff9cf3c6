import { sql } from 'kysely';
import type { Call } from './call.ts';

export type TaskExtra = { orderId: string | null; output: unknown };

/** What FHIR says of these referrals and the product has no place for. */
export async function loadTaskExtras({ ctx }: Call, referralIds: readonly string[]): Promise<Map<string, TaskExtra>> {
  if (referralIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('fhir.task')
    .select(['referral_id', 'order_id', 'output'])
    .where(sql<boolean>`referral_id = any (${[...referralIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.referral_id, { orderId: row.order_id, output: row.output }]));
}

type Of = { personId: string; referralId: string };

export async function insertTask({ ctx }: Call, { personId, referralId }: Of, orderId: string): Promise<void> {
  await ctx.db
    .insertInto('fhir.task')
    .values({ person_id: personId, referral_id: referralId, order_id: orderId })
    .execute();
}

/** What a referral led to, as the partner's program named it. */
export async function saveOutput({ ctx }: Call, { personId, referralId }: Of, output: unknown): Promise<void> {
  const said = JSON.stringify(output);
  await ctx.db
    .insertInto('fhir.task')
    .values({ person_id: personId, referral_id: referralId, output: said })
    .onConflict((conflict) => conflict.columns(['person_id', 'referral_id']).doUpdateSet({ output: said }))
    .execute();
}

/** The referrals that are for these orders; an order that was not stated here is the referral itself. */
export async function referralsForOrders({ ctx }: Call, orderIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('fhir.task')
    .select('referral_id')
    .where(sql<boolean>`order_id = any (${[...orderIds]}::uuid[])`)
    .limit(500)
    .execute();
  return [...orderIds, ...rows.map((row) => row.referral_id)];
}
