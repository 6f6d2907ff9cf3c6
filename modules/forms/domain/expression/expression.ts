/** What a formula says, as a tree. `this` is the answer that a check is about. */
export type Expression =
  | { kind: 'value'; value: string | number }
  | { kind: 'answer'; code: string; part: string | null }
  | { kind: 'this' }
  | { kind: 'call'; name: FunctionName; args: Expression[] }
  | { kind: 'minus'; of: Expression }
  | { kind: 'pair'; operator: Operator; left: Expression; right: Expression };

export const OPERATORS = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'] as const;
export type Operator = (typeof OPERATORS)[number];

/** How many arguments each function takes, at least and at most: the part of XLSForm's functions that forms here need. */
export const FUNCTIONS = {
  selected: [2, 2],
  'count-selected': [1, 1],
  not: [1, 1],
  if: [3, 3],
  coalesce: [2, 2],
  today: [0, 0],
  round: [1, 2],
  int: [1, 1],
  number: [1, 1],
  string: [1, 1],
  'string-length': [1, 1],
  concat: [1, 20],
  sum: [1, 1],
  count: [1, 1],
  min: [1, 20],
  max: [1, 20],
  'count-non-empty': [1, 20],
  true: [0, 0],
  false: [0, 0],
} as const satisfies Record<string, readonly [number, number]>;
export type FunctionName = keyof typeof FUNCTIONS;

/** Whether the region's forms know a function of this name. */
export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'call') return expression.args;
  if (expression.kind === 'minus') return [expression.of];
  return expression.kind === 'pair' ? [expression.left, expression.right] : [];
}

/** Every answer that a formula names, each once. */
export function answersNamedIn(expression: Expression): string[] {
  const own = expression.kind === 'answer' ? [expression.code] : [];
  return [...new Set([...own, ...partsOf(expression).flatMap(answersNamedIn)])];
}

/** Whether a formula asks about the answer that it is a check of. */
export function namesThis(expression: Expression): boolean {
  return expression.kind === 'this' || partsOf(expression).some(namesThis);
}
