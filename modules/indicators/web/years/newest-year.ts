import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Indicator } from '../../contract/index.ts';
import { loadYears } from './load-years.ts';

/** The newest year of which anything is told of a measure: a source speaks of a year once it is over, and some only every other year. */
export async function newestYearOf(
  context: LoaderFunctionArgs['context'],
  { indicator, today }: { indicator: Indicator; today: string },
): Promise<number> {
  const current = Number(today.slice(0, 4));
  const { code } = indicator;
  const { total } = await apiOf(context, indicatorsRoutes).getPublicFigures({ code, year: current, by: 'none' });
  if (total.state !== 'missing') return current;
  const years = await loadYears(context, { indicator, today });
  return years.findLast(({ state }) => state !== 'missing')?.year ?? current;
}
