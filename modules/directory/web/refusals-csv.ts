import type { RowRefusal } from '../contract/index.ts';

const COLUMNS = ['file', 'row', 'field', 'code', 'value', 'scope'] as const;

/** A cell of CSV (RFC 4180); what a spreadsheet would take for a formula is made text (OWASP, CSV injection). */
function cellOf(value: string | number | null): string {
  const text = String(value ?? '');
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The refusals as a table that a spreadsheet opens, Arabic included: with the mark that says it is UTF-8. */
export function refusalsCsv(refusals: RowRefusal[]): string {
  const lines = refusals.map((refusal) => COLUMNS.map((column) => cellOf(refusal[column])).join(','));
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
