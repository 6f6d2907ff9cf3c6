import type { FunctionName } from './expression.ts';
import { asBoolean, asList, asNumber, asText, type Value } from './value.ts';

type Rule = (args: Value[], today: string) => Value;

const first = (args: Value[]): Value => args[0] ?? null;
const second = (args: Value[]): Value => args[1] ?? null;

function numberOr(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function numbersIn(args: Value[]): number[] {
  return args.flatMap((arg) => asList(arg).map(asNumber)).filter((value) => Number.isFinite(value));
}

function roundTo(args: Value[]): number | null {
  const digits = Math.min(Math.max(Math.trunc(asNumber(second(args))) || 0, 0), 6);
  return numberOr(Math.round(asNumber(first(args)) * 10 ** digits) / 10 ** digits);
}

function mostOf(args: Value[], pick: (...values: number[]) => number): number | null {
  const numbers = numbersIn(args);
  return numbers.length === 0 ? null : pick(...numbers);
}

/** What each function gives, as the ODK XForms specification has it; a sum over nothing is nought, the rest are empty. */
export const FUNCTION_RULES: Record<FunctionName, Rule> = {
  selected: (args) =>
    asList(first(args))
      .map(asText)
      .includes(asText(second(args))),
  'count-selected': (args) => asList(first(args)).length,
  not: (args) => !asBoolean(first(args)),
  if: (args) => (asBoolean(first(args)) ? second(args) : (args[2] ?? null)),
  coalesce: (args) => (asText(first(args)) === '' ? second(args) : first(args)),
  today: (_args, today) => today,
  round: roundTo,
  int: (args) => numberOr(Math.trunc(asNumber(first(args)))),
  number: (args) => numberOr(asNumber(first(args))),
  string: (args) => asText(first(args)),
  'string-length': (args) => Array.from(asText(first(args))).length,
  concat: (args) => args.map(asText).join('').slice(0, 20_000),
  sum: (args) => numbersIn(args).reduce((sum, value) => sum + value, 0),
  count: (args) => asList(first(args)).length,
  min: (args) => mostOf(args, Math.min),
  max: (args) => mostOf(args, Math.max),
  'count-non-empty': (args) => args.filter((arg) => asText(arg) !== '').length,
  true: () => true,
  false: () => false,
};
