import { textIn, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { IndicatorsTables } from './tables.gen.ts';

/** What a row of a breakdown is of; a label where the key alone is no word. */
export type RowKey = { key: string; label: LocalizedText | null };

type IndicatorsCtx = Ctx<IndicatorsTables>;

/** The needs in the order of the region. */
export async function listNeedKeys({ db }: IndicatorsCtx): Promise<RowKey[]> {
  const rows = await db.selectFrom('directory.published_need').select(['need_code', 'name']).orderBy('sort').execute();
  return rows.map((row) => ({ key: row.need_code ?? '', label: row.name as LocalizedText }));
}

/** The languages that people were referred in. */
export async function listLanguageKeys({ db }: IndicatorsCtx): Promise<RowKey[]> {
  const rows = await db
    .selectFrom('referrals.published_referral')
    .select('person_language')
    .distinct()
    .where('person_language', 'is not', null)
    .orderBy('person_language')
    .execute();
  return rows.map((row) => ({ key: row.person_language ?? '', label: null }));
}

/** Partners by name: all for whoever compares them, for others their own. */
export async function listPartnerKeys(ctx: IndicatorsCtx): Promise<RowKey[]> {
  const { organisationId, permissions } = ctx.actor;
  const rows = await ctx.db
    .selectFrom('organisations.published_organisation')
    .select(['organisation_id', 'name'])
    .where('receives_referrals', '=', true)
    .$if(!permissions.has('scorecard:compare'), (query) => query.where('organisation_id', '=', organisationId))
    .execute();
  return rows
    .map((row) => ({ key: row.organisation_id ?? '', label: row.name as LocalizedText }))
    .toSorted((one, other) =>
      textIn(one.label, ctx.locale).text.localeCompare(textIn(other.label, ctx.locale).text, ctx.locale),
    );
}
