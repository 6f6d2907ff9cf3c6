import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import type { Period } from '../contract/index.ts';
import { AGE_GROUPS, stepsOf, type PartBreakdown } from '../domain/index.ts';
import { listLanguageKeys, listNeedKeys, listPartnerKeys, type RowKey } from './row-key-view.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Asked = { by: PartBreakdown; period: Period };

/** What nobody knows of some people is a row of its own, so that the rows add up to the whole. */
const UNKNOWN: RowKey = { key: '', label: null };
const GENDERS = ['woman', 'man', 'other'];

const plain = (key: string): RowKey => ({ key, label: null });

/** The rows of a breakdown, whether anything was counted in them or not. */
export async function keysOf(ctx: Ctx<IndicatorsTables>, asked: Asked, areas: Area[]): Promise<RowKey[]> {
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
      return [...(await listLanguageKeys(ctx)), UNKNOWN];
    case 'age':
      return [...AGE_GROUPS.map(plain), UNKNOWN];
    case 'gender':
      return [...GENDERS.map(plain), UNKNOWN];
    case 'partner':
      return listPartnerKeys(ctx);
  }
}
