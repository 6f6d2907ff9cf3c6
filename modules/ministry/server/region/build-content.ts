import { listAllIndicators, listPublicFigures, type PublicFigure } from '@qantara/indicators/server';
import { wholeYearOf } from '@qantara/indicators/domain';
import type { Indicator } from '@qantara/indicators/contract';
import { listPublishedPlans } from '@qantara/plan/server';
import { TargetStatus, type Plan } from '@qantara/plan/contract';
import { listAreas } from '@qantara/territory/server';
import type { LocalizedText } from '@qantara/kernel';
import type { PackageContent, ToldFigure, ToldPlan } from '../../contract/index.ts';
import { tellsOfFew } from '../../domain/index.ts';
import type { MinistryCtx } from './exchange-store.ts';

const said = ({ ar, fr, en }: LocalizedText): LocalizedText => ({
  ...(ar === undefined ? {} : { ar }),
  ...(fr === undefined ? {} : { fr }),
  ...(en === undefined ? {} : { en }),
});

const HIDDEN = { state: 'suppressed', count: null, outOf: null, value: null } as const;

/** A figure of the whole region and one year, field by field: what is not named here cannot be in a package. */
function toldFigure({ period, figure }: PublicFigure, { code, name, unit }: Indicator, year: number): ToldFigure {
  const { state, numerator: count, denominator, value } = figure;
  const isRatio = unit === 'ratio' || unit === 'rate';
  const bare = { code, name: said(name), unit, year };
  if (state !== 'shown' || period.startsOn === '') return { ...bare, state, count: null, outOf: null, value: null };
  const told = { ...bare, state, count: unit === 'days' ? null : count, outOf: isRatio ? denominator : null, value };
  // What our own policy tells and the ministry's threshold does not is not told there.
  return tellsOfFew(told) ? { ...bare, ...HIDDEN } : told;
}

async function listFigures(ctx: MinistryCtx): Promise<ToldFigure[]> {
  const indicators = (await listAllIndicators(ctx)).filter(({ kind }) => kind === 'programme');
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  return (await listPublicFigures(ctx)).flatMap((figure) => {
    const indicator = byCode.get(figure.code);
    const year = wholeYearOf(figure.period);
    const { areaId, cut, needCode } = figure;
    const isWhole = areaId === null && cut === null && needCode === (indicator?.needCode ?? null);
    return indicator === undefined || year === null || !isWhole ? [] : [toldFigure(figure, indicator, year)];
  });
}

/** How far a plan is, over all that stands at its top, and how its targets stand: numbers alone. */
function toldPlan({ planId, name, reach, startsOn, endsOn, items }: Plan): ToldPlan {
  const top = items.filter(({ parentItemId }) => parentItemId === null);
  const weight = top.reduce((sum, one) => sum + one.weight, 0);
  const known = top.filter(({ rolledUp }) => rolledUp.progress !== null);
  const knownWeight = known.reduce((sum, one) => sum + one.weight * one.rolledUp.coverage, 0);
  const done = known.reduce((sum, one) => sum + one.weight * one.rolledUp.coverage * (one.rolledUp.progress ?? 0), 0);
  const all = items.flatMap(({ targets }) => targets);
  const targets = Object.fromEntries(
    TargetStatus.options.map((status) => [status, all.filter((one) => one.status === status).length]),
  ) as ToldPlan['targets'];
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    planId,
    name: said(name),
    reach,
    startsOn,
    endsOn,
    progress: knownWeight === 0 ? null : within(done / knownWeight),
    coverage: weight === 0 ? 0 : within(knownWeight / weight),
    targets,
  };
}

export type Chosen = { figures: boolean; plans: boolean };
type Chain = Pick<PackageContent, 'instanceId' | 'sequence' | 'previous' | 'announces'>;

/** What a package would tell now: only what stands published, by the ways by which everybody reads it. */
export async function buildContent(ctx: MinistryCtx, chosen: Chosen, chain: Chain): Promise<PackageContent> {
  const areas = await listAreas(ctx);
  const region = areas.find(({ parentAreaId }) => parentAreaId === null);
  const plans = chosen.plans ? await listPublishedPlans(ctx) : [];
  return {
    schema: 'qantara-exchange/1',
    ...chain,
    region: said(region?.name ?? {}),
    madeAt: ctx.now.toISOString(),
    figures: chosen.figures ? await listFigures(ctx) : [],
    plans: plans.filter(({ state }) => state === 'published').map(toldPlan),
  };
}
