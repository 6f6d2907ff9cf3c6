import type { Expression } from './expression.ts';
import { readExpression } from './read-expression.ts';

/** How a condition compares one answer, in the words of the page where forms are written. */
export const COMPARISONS = [
  'is',
  'is_not',
  'includes',
  'not_includes',
  'at_least',
  'at_most',
  'answered',
  'not_answered',
] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type ConditionRow = { question: string; comparison: Comparison; value: string };
/** A condition that needs no formula: a few comparisons, of which all or one must hold. */
export type SimpleCondition = { join: 'all' | 'any'; rows: ConditionRow[] };

const NUMBER = /^-?\d+(\.\d+)?$/;

function literal(value: string): string {
  if (NUMBER.test(value)) return value;
  return value.includes("'") ? `"${value.replaceAll('"', '”')}"` : `'${value}'`;
}

const WRITTEN: Record<Comparison, (answer: string, value: string) => string> = {
  is: (answer, value) => `${answer} = ${literal(value)}`,
  is_not: (answer, value) => `${answer} != ${literal(value)}`,
  includes: (answer, value) => `selected(${answer}, '${value.replaceAll("'", '’')}')`,
  not_includes: (answer, value) => `not(selected(${answer}, '${value.replaceAll("'", '’')}'))`,
  at_least: (answer, value) => `${answer} >= ${literal(value)}`,
  at_most: (answer, value) => `${answer} <= ${literal(value)}`,
  answered: (answer) => `${answer} != ''`,
  not_answered: (answer) => `${answer} = ''`,
};

/** A simple condition as a formula; undefined where it has no rows. */
export function writeCondition({ join, rows }: SimpleCondition): string | undefined {
  if (rows.length === 0) return undefined;
  const written = rows.map(({ question, comparison, value }) => WRITTEN[comparison](`\${${question}}`, value));
  return written.join(join === 'all' ? ' and ' : ' or ');
}

function joined(expression: Expression, operator: 'and' | 'or'): Expression[] {
  if (expression.kind !== 'pair' || expression.operator !== operator) return [expression];
  return [...joined(expression.left, operator), ...joined(expression.right, operator)];
}

const OF_OPERATOR: Partial<Record<string, Comparison>> = {
  '=': 'is',
  '!=': 'is_not',
  '>=': 'at_least',
  '<=': 'at_most',
};

function rowOfPair({ operator, left, right }: Extract<Expression, { kind: 'pair' }>): ConditionRow | undefined {
  const comparison = OF_OPERATOR[operator];
  if (comparison === undefined || left.kind !== 'answer' || left.part !== null || right.kind !== 'value')
    return undefined;
  const value = String(right.value);
  if (value !== '') return { question: left.code, comparison, value };
  if (comparison === 'is') return { question: left.code, comparison: 'not_answered', value };
  return comparison === 'is_not' ? { question: left.code, comparison: 'answered', value } : undefined;
}

function rowOfSelected(args: readonly Expression[]): ConditionRow | undefined {
  const [answer, value] = args;
  const isSimple = answer?.kind === 'answer' && answer.part === null && value?.kind === 'value';
  return isSimple ? { question: answer.code, comparison: 'includes', value: String(value.value) } : undefined;
}

function rowOfCall({ name, args }: Extract<Expression, { kind: 'call' }>): ConditionRow | undefined {
  if (name === 'selected') return rowOfSelected(args);
  const [inner] = args;
  if (name !== 'not' || inner?.kind !== 'call' || inner.name !== 'selected') return undefined;
  const row = rowOfSelected(inner.args);
  return row === undefined ? undefined : { ...row, comparison: 'not_includes' };
}

function rowOf(expression: Expression): ConditionRow | undefined {
  if (expression.kind === 'pair') return rowOfPair(expression);
  return expression.kind === 'call' ? rowOfCall(expression) : undefined;
}

/** A formula as a simple condition; null where it says more than one can. */
export function readCondition(formula: string): SimpleCondition | null {
  const expression = readExpression(formula);
  const join = expression.kind === 'pair' && expression.operator === 'or' ? 'any' : 'all';
  const rows = joined(expression, join === 'any' ? 'or' : 'and').map(rowOf);
  return rows.every((row) => row !== undefined) ? { join, rows } : null;
}
