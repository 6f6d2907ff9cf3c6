import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import { Keeper } from '../contract/index.ts';
import type { CurationTables } from './tables.gen.ts';

/** Who at an organisation keeps its entries true, if somebody does. */
export async function findKeeper(ctx: Ctx<CurationTables>, organisationId: string): Promise<Keeper | null> {
  const row = await ctx.db
    .selectFrom('curation.keeper')
    .select('sealed_contact')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row === undefined ? null : Keeper.parse(JSON.parse(ctx.vault.open(row.sealed_contact)));
}

/** Says who keeps an organisation's entries; whoever did before is forgotten. */
export async function saveKeeper(
  ctx: Ctx<CurationTables>,
  organisationId: string,
  keeper: z.output<typeof Keeper>,
): Promise<void> {
  const values = {
    sealed_contact: ctx.vault.seal(JSON.stringify(keeper)),
    locale: keeper.locale,
    since: ctx.now,
  };
  await ctx.db
    .insertInto('curation.keeper')
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute();
  ctx.emit({ type: 'keeper.named', subject: organisationId });
}
