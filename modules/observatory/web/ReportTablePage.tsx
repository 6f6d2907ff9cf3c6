import { MARKER } from '@qantara/disclosure/domain';
import { textIn, type Locale, type WorkbookCell } from '@qantara/kernel';
import { apiOf, pageContext, tableResponse, wordsContext } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes } from '../contract/index.ts';
import { reportRows, type ReportRow } from '../domain/index.ts';

const COLUMNS = ['section', 'measure', 'part', 'label', 'value', 'numerator', 'denominator', 'state'] as const;

function cellsOf(row: ReportRow, locale: Locale): WorkbookCell[] {
  const { state } = row;
  const told = (number: number | null): WorkbookCell => (state === 'shown' ? number : MARKER[state]);
  const said = (text: ReportRow['label']) => textIn(text, locale).text;
  return [
    said(row.section),
    said(row.measure),
    row.part,
    said(row.label),
    told(row.value),
    told(row.numerator),
    told(row.denominator),
    state,
  ];
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** Every figure of a report as CSV; a number that is not told has its marker. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { templateCode = '', period = '' } = params;
  const edition = new URL(request.url).searchParams.get('edition') ?? undefined;
  const api = apiOf(context, observatoryRoutes);
  const { sections, title } = await api.getPublicReport({ templateCode, period, edition });
  const t = context.get(wordsContext);
  const { locale } = context.get(pageContext);
  return tableResponse({
    name: `${templateCode}-${period}`,
    title: textIn(title, locale).text,
    format: 'csv',
    headings: COLUMNS.map((name) => t(`observatory.column.${name}`)),
    batches: once(reportRows(sections).map((row) => cellsOf(row, locale))),
  });
}
