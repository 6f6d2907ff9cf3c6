import { dayIn, textIn, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import type { Breakdown, Period } from '../contract/index.ts';
import { AGE_GROUPS, stepsOf } from '../domain/index.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Key = { key: string; label: LocalizedText | null };
type Asked = { by: Breakdown; period: Period };

/** What nobody knows of some people is a row of its own, so that the rows add up to the whole. */
const UNKNOWN: Key = { key: '', label: null };
const GENDERS = ['woman', 'man', 'other'];

const plain = (key: string): Key => ({ key, label: null });

async function listNeedKeys({ db }: Ctx<IndicatorsTables>): Promise<Key[]> {
  const rows = await db.selectFrom('directory.published_need').select(['need_code', 'name']).orderBy('sort').execute();
  return rows.map((row) => ({ key: row.need_code ?? '', label: row.name as LocalizedText }));
}

async function listLanguageKeys({ db }: Ctx<IndicatorsTables>): Promise<Key[]> {
  const rows = await db
    .selectFrom('referrals.published_referral')
    .select('person_language')
    .distinct()
    .where('person_language', 'is not', null)
    .orderBy('person_language')
    .execute();
  return [...rows.map((row) => plain(row.person_language ?? '')), UNKNOWN];
}

/** Partners by name: all for whoever compares them, for others their own. */
async function listPartnerKeys(ctx: Ctx<IndicatorsTables>): Promise<Key[]> {
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

/** The rows of a breakdown, whether anything was counted in them or not. */
export async function keysOf(ctx: Ctx<IndicatorsTables>, asked: Asked, areas: Area[]): Promise<Key[]> {
  switch (asked.by) {
    case 'none':
      return [];
    case 'month':
    case 'quarter':
      // A month that has not come is not a month without referrals.
      return stepsOf(asked.period, asked.by)
        .filter((key) => key <= dayIn(ctx.timeZone, ctx.now))
        .map(plain);
    case 'area':
      return areas
        .filter((area) => area.kind === 'municipality')
        .map((area) => ({ key: area.areaId, label: area.name }));
    case 'need':
      return listNeedKeys(ctx);
    case 'language':
      return listLanguageKeys(ctx);
    case 'age':
      return [...AGE_GROUPS.map(plain), UNKNOWN];
    case 'gender':
      return [...GENDERS.map(plain), UNKNOWN];
    case 'partner':
      return listPartnerKeys(ctx);
  }
}
