import { csvOf, LOCALES, type CsvCell, type Locale } from '@qantara/kernel';

/** The language of an address. */
export const localeIn = (params: Record<string, string | undefined>): Locale =>
  LOCALES.find((one) => one === params['locale']) ?? 'en';

/** Rows as a file for a spreadsheet. */
export function csvResponse(name: string, rows: readonly (readonly CsvCell[])[]): Response {
  return new Response(csvOf(rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` },
  });
}
