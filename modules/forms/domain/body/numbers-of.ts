import type { FormBody } from '../../contract/index.ts';

/** The number of each question on paper: what asks nothing has none, and neither has what stands in a group. */
export function numbersOf(body: FormBody): Map<string, number> {
  const asked = body.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== 'note' && kind !== 'calculated');
  return new Map(asked.map(({ code }, index) => [code, index + 1]));
}

/** How many entries of a group there is room for on paper. */
export const ENTRIES_ON_PAPER = 3;
