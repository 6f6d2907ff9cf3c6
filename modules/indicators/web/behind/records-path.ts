import { OF_A_PERSON } from '../../domain/index.ts';
import type { Figure, FigureTable } from '../../contract/index.ts';

/** One cell of a table; without one, all of it. */
type Cell = { key: string; figure: Figure | undefined };

const isOpened = (figure: Figure | undefined): boolean => figure?.value != null && figure.value !== 0;

/** The place and the need that the reader asked for stay. */
function keptOf(search: string): string[][] {
  const given = [...new URLSearchParams(search)];
  return given.filter(([name, value]) => ['areaId', 'needCode'].includes(name) && value !== '');
}

/**
 * The address of the records behind a figure, within the same place and need; null where the reader may open none: nothing was
 * counted, the measure keeps no records, or it is told apart by what people are.
 */
export function recordsPath(
  { indicator, period, by, total }: Pick<FigureTable, 'indicator' | 'period' | 'by' | 'total'>,
  search: string,
  cell?: Cell,
): string | null {
  const isOfAPerson = cell !== undefined && OF_A_PERSON.includes(by);
  if (!indicator.opensRecords || isOfAPerson || !isOpened(cell === undefined ? total : cell.figure)) return null;
  const of = cell === undefined ? { by: 'none', key: '' } : { by, key: cell.key };
  const asked = { code: indicator.code, ...of, counted: 'true', ...period };
  return `/figures/records?${new URLSearchParams([...Object.entries(asked), ...keptOf(search)])}`;
}
