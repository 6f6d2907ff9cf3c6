/**
 * The parts of a cell that holds a list: one a line, between semicolons or bars, else between commas. A comma inside one
 * of several lines is part of what it says.
 */
export function splitList(text: string, withCommas = true): string[] {
  const marks = /[;؛\n|•]/.test(text) ? /[;؛\n|•]+/ : withCommas ? /[,،]+/ : /(?!)/;
  return [...new Set(text.split(marks).map((part) => part.trim()))].filter((part) => part !== '');
}
