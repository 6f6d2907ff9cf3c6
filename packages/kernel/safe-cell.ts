/** A spreadsheet runs a cell that begins so as a formula (OWASP, CSV injection). */
const RUNS = /^'*[=+\-@\t\r]/;
/** Numbers, coordinates and phone numbers begin so too, and run nothing. */
const IS_NUMBER = /^[+-]?[ ().-]*\d[\d ().-]*$/;

/**
 * A cell that no spreadsheet runs: an apostrophe makes text of it. What begins with an apostrophe already gets another, so
 * that `plainCell` gives back exactly what was there; numbers of all kinds stay as they are, for whoever reads no apostrophes.
 */
export function safeCell(text: string): string {
  return RUNS.test(text) && !IS_NUMBER.test(text) ? `'${text}` : text;
}

/** What stood in a cell before `safeCell`. */
export function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** One line of a table (RFC 4180), with nothing in it that a spreadsheet would run. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? safeCell(cell) : String(cell);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
