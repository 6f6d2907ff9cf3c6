import type { Term } from '../../contract/index.ts';

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('|', '%7C').replaceAll('\n', '%0A');
const unescaped = (text: string): string => text.replaceAll('%0A', '\n').replaceAll('%7C', '|').replaceAll('%25', '%');

/** Terms in one cell, each on a line of its own: `http://loinc.org|88122-7`. */
export function termsInCell(terms: readonly Term[] | undefined): string {
  return (terms ?? []).map(({ system, code }) => `${escaped(system)}|${escaped(code)}`).join('\n');
}

/** What `termsInCell` wrote; a line that says no term is none. */
export function termsOfCell(cell: string): Term[] {
  return cell.split('\n').flatMap((line) => {
    const [system = '', code = ''] = line.split('|').map(unescaped);
    return system === '' || code === '' || system.length > 200 || code.length > 100 ? [] : [{ system, code }];
  });
}
