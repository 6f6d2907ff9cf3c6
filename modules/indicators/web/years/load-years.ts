import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Indicator } from '../../contract/index.ts';
import type { YearFigure } from './Takeaway.tsx';

const YEARS_BACK = 5;
/** A census goes back further than a page can draw. */
const MOST_YEARS = 12;

/** The years a source has spoken of, or the last ones of our own counts. The year under way is none: it would always seem to fall. */
async function yearsOf(context: LoaderFunctionArgs['context'], indicator: Indicator, today: string): Promise<number[]> {
  const current = Number(today.slice(0, 4));
  if (indicator.recipe !== null) return Array.from({ length: YEARS_BACK }, (_, index) => current - YEARS_BACK + index);
  const { observations } = await apiOf(context, indicatorsRoutes).getPublicSeries({ code: indicator.code });
  const years = new Set(observations.map(({ startsOn }) => Number(startsOn.slice(0, 4))));
  return [...years]
    .filter((year) => year < current)
    .toSorted((one, other) => one - other)
    .slice(-MOST_YEARS);
}

/** The region's figures of the years that are over, each as everybody may see it. Words have no line. */
export async function loadYears(
  context: LoaderFunctionArgs['context'],
  { indicator, today }: { indicator: Indicator; today: string },
): Promise<YearFigure[]> {
  if (indicator.unit === 'words') return [];
  const years = await yearsOf(context, indicator, today);
  const { code } = indicator;
  const api = apiOf(context, indicatorsRoutes);
  const tables = await Promise.all(years.map((year) => api.getPublicFigures({ code, year, by: 'none' })));
  const figures = tables.map(({ total }, index) => ({
    year: years[index] ?? 0,
    value: total.value,
    state: total.state,
  }));
  const first = figures.findIndex(({ state }) => state !== 'missing');
  return first === -1 ? [] : figures.slice(first);
}
