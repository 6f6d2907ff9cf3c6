import type { Indicator, Recipe } from '../contract/index.ts';

type Named = Pick<Indicator, 'code' | 'recipe' | 'needCode'>;

const PAIR: readonly Recipe[] = ['closure_rate', 'got_help_rate'];

/** The indicators of closure and of got help over all needs, in this order; none where one of them is not kept. */
export function codesOfPair(indicators: Named[]): [string, string] | null {
  const [closure, gotHelp] = PAIR.map((recipe) =>
    indicators.find((one) => one.recipe === recipe && one.needCode === null),
  );
  return closure === undefined || gotHelp === undefined ? null : [closure.code, gotHelp.code];
}

/** What is shown when one is asked for: closure and got help never stand alone (design rule 1). */
export function shownWith(indicators: Named[], code: string): string[] {
  const pair = codesOfPair(indicators);
  return pair !== null && pair.includes(code) ? pair : [code];
}
