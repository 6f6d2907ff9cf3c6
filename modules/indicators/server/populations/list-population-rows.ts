import { textIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Figure, Indicator, Period, Row } from '../../contract/index.ts';
import {
  figureOf,
  hiddenPopulations,
  hideRows,
  isToldOfPopulations,
  MISSING,
  wholeYearOf,
} from '../../domain/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { countPopulations, listPopulations, type CountedPopulation } from './population-view.ts';

type Asked = { indicator: Indicator; period: Period };

const NONE = { numerator: 0, denominator: 0, value: null };

function figureIn(indicator: Indicator, counted: CountedPopulation | undefined): Figure {
  return figureOf(indicator.unit, counted ?? NONE);
}

/**
 * A row for each priority population and pilot group of a whole year, with whatever would tell of a few people hidden; none for whoever
 * may not be told of them, as if there were none.
 */
export async function listPopulationRows(ctx: Ctx<IndicatorsTables>, { indicator, period }: Asked): Promise<Row[]> {
  const year = wholeYearOf(period);
  if (!isToldOfPopulations(ctx.actor) || year === null) return [];
  const { populations, shares } = await countPopulations(ctx.db, { indicator, year, timeZone: ctx.timeZone });
  const isKnown = shares.length > 0 || populations.size > 0;
  const rows = (await listPopulations(ctx.db, period)).map(({ cohortId, name }) => ({
    key: cohortId,
    label: name,
    figure: isKnown ? figureIn(indicator, populations.get(cohortId)) : MISSING,
  }));
  const inOrder = rows.toSorted((one, other) =>
    textIn(one.label, ctx.locale).text.localeCompare(textIn(other.label, ctx.locale).text, ctx.locale),
  );
  return hideRows(inOrder, hiddenPopulations([...populations.values()], shares));
}
