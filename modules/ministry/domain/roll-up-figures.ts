import type { LocalizedText } from '@qantara/kernel';
import type { RolledFigure, ToldFigure } from '../contract/index.ts';

/** What one region told last. */
export type Said = { regionId: string; name: LocalizedText; figures: readonly ToldFigure[] };

type Sums = Pick<RolledFigure, 'count' | 'outOf' | 'value'>;
const NOTHING: Sums = { count: null, outOf: null, value: null };

/** Sums of what was told; a ratio is one of sums. Days and rates of regions make no figure of all: a mean of medians is none. */
function sumOf(told: readonly ToldFigure[], unit: ToldFigure['unit']): Sums {
  if (told.length === 0 || (unit !== 'count' && unit !== 'ratio')) return NOTHING;
  const count = told.reduce((sum, one) => sum + (one.count ?? 0), 0);
  if (unit === 'count') return { count, outOf: null, value: count };
  const outOf = told.reduce((sum, one) => sum + (one.outOf ?? 0), 0);
  return { count, outOf, value: outOf === 0 ? null : count / outOf };
}

function rollOne(said: readonly Said[], sample: ToldFigure): RolledFigure {
  const { code, year, unit, name } = sample;
  const by = said.map(({ regionId, name: regionName, figures }) => ({
    regionId,
    name: regionName,
    figure: figures.find((one) => one.code === code && one.year === year && one.unit === unit) ?? null,
  }));
  const figures = by.flatMap(({ figure }) => figure ?? []);
  const told = figures.filter(({ state }) => state === 'shown');
  const suppressed = figures.filter(({ state }) => state === 'suppressed').length;
  const shared = { code, name, unit, year, by, regions: said.length, told: told.length, suppressed };
  return { ...shared, ...sumOf(told, unit) };
}

/** Each measure of one year over all regions, with how many told it and how many may not tell it. */
export function rollUpFigures(said: readonly Said[], year: number): RolledFigure[] {
  const all = said.flatMap(({ figures }) => figures.filter((one) => one.year === year));
  const first = new Map(all.map((one) => [`${one.code} ${one.unit}`, one] as const).toReversed());
  return [...first.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((one) => rollOne(said, one));
}

const LATE_DAYS = 137;

/** Regions tell each quarter: whoever was not heard for one and a half of it is late. */
export const isLate = (lastMadeAt: Date | null, now: Date): boolean =>
  lastMadeAt === null || now.getTime() - lastMadeAt.getTime() > LATE_DAYS * 86_400_000;
