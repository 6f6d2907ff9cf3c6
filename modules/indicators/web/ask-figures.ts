import { IsoDate, textIn, type Locale } from '@qantara/kernel';
import { apiOf, FormValues, pageContext } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Breakdown, type FigureTable, type Recipe } from '../contract/index.ts';
import { endAfter, isPartner, isWordOfPeople } from '../domain/index.ts';

/** What staff see together, closure beside got help. */
const MEASURES: readonly Recipe[] = [
  'closure_rate',
  'got_help_rate',
  'confirmed_help_rate',
  'good_help_rate',
  'median_days_to_answer',
  'p90_days_to_answer',
  'median_days_to_help',
  'p90_days_to_help',
  'answered_in_time_rate',
  'accepted_rate',
  'silent_rate',
  'passed_on_rate',
  'referrals_sent',
];

/** The period, area and need in an address. People name the last day; a day that is none goes on, to be refused by name. */
export function periodAsked(query: URLSearchParams) {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const values = new FormValues(form);
  const lastDay = values.date('endsOn');
  return {
    startsOn: values.date('startsOn'),
    endsOn: lastDay !== undefined && IsoDate.safeParse(lastDay).success ? endAfter(lastDay) : lastDay,
    areaId: values.text('areaId'),
    needCode: values.text('needCode'),
  };
}

function questionOf(query: URLSearchParams) {
  const by = query.get('by') ?? '';
  return { ...periodAsked(query), by: by === '' ? undefined : (by as Breakdown) };
}

/** Names stand in the order of the language of the page, which need not be that of the browser. */
function inOrder(table: FigureTable, locale: Locale): FigureTable {
  if (table.by !== 'partner' && table.by !== 'population') return table;
  const nameOf = (row: FigureTable['rows'][number]): string => textIn(row.label, locale).text;
  return { ...table, rows: table.rows.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), locale)) };
}

/** Every measure for the period, area, need and breakdown that an address asks for. Refuses what the route refuses. */
export async function askFigures({ context, request }: LoaderFunctionArgs): Promise<FigureTable[]> {
  const api = apiOf(context, indicatorsRoutes);
  const question = questionOf(new URL(request.url).searchParams);
  const { indicators } = await api.listIndicators({});
  const { account, locale } = context.get(pageContext);
  const reader = { permissions: new Set(account?.permissions) };
  const measures = MEASURES.filter((recipe) => !(isWordOfPeople(recipe) && isPartner(reader)));
  const codes = measures.flatMap(
    (recipe) => indicators.find((one) => one.recipe === recipe && one.needCode === null)?.code ?? [],
  );
  const tables = await Promise.all(codes.map((code) => api.getFigures({ ...question, code })));
  return tables.map((table) => inOrder(table, locale));
}
