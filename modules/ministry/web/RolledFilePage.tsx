import { csvOf, type CsvCell } from '@qantara/kernel';
import { apiOf, wordsContext } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type RolledFigure, type ToldFigure } from '../contract/index.ts';

const MARKER = { suppressed: 'x', missing: '..' } as const;
const markedBy = ({ state }: ToldFigure, value: number | null): CsvCell => (state === 'shown' ? value : MARKER[state]);

function rowsOf({ code, year, count, outOf, value, told, regions, by }: RolledFigure, all: string): CsvCell[][] {
  const parts = by.flatMap(({ name, figure }): CsvCell[][] =>
    figure === null
      ? []
      : [
          [
            code,
            year,
            name.en ?? name.fr ?? name.ar ?? '',
            markedBy(figure, figure.count),
            markedBy(figure, figure.outOf),
            markedBy(figure, figure.value),
            figure.state,
            null,
          ],
        ],
  );
  return [[code, year, all, count, outOf, value, '', `${told}/${regions}`], ...parts];
}

const COLUMNS = ['indicator', 'year', 'region', 'count', 'out_of', 'value', 'status', 'told'];

/** The roll-up of a year as a table for a spreadsheet: all regions together, then each. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const asked = Number(new URL(request.url).searchParams.get('year') ?? Number.NaN);
  const { figures, year } = await apiOf(context, ministryRoutes).getRollUp(Number.isNaN(asked) ? {} : { year: asked });
  const all = context.get(wordsContext)('ministry.roll.all');
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="regions-${year}.csv"`,
  };
  return new Response(csvOf([COLUMNS, ...figures.flatMap((figure) => rowsOf(figure, all))]), { headers });
}
