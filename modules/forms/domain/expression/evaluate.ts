import type { Expression, Operator } from './expression.ts';
import { FUNCTION_RULES } from './function-rules.ts';
import { asBoolean, asNumber, asText, numberToDay, isDay, type Value } from './value.ts';

/** What a formula may ask for: an answer by its code, the answer that it judges, and the day. */
export type Scope = {
  answerTo: (code: string, part: string | null) => Value;
  self: Value;
  /** `2026-11-22`, in the region's time zone. */
  today: string;
};

const ORDER: Partial<Record<Operator, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const ARITHMETIC: Partial<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

function areEqual(left: Value, right: Value): boolean {
  if (Array.isArray(left)) return left.some((one) => areEqual(one, right));
  if (Array.isArray(right)) return areEqual(right, left);
  if (typeof left === 'boolean' || typeof right === 'boolean') return asBoolean(left) === asBoolean(right);
  if (typeof left === 'number' || typeof right === 'number') return asNumber(left) === asNumber(right);
  return asText(left) === asText(right);
}

/** A day and a number of days make a day; two days make the number of days between them. */
function reckon(operator: Operator, left: Value, right: Value): Value {
  const result = ARITHMETIC[operator]?.(asNumber(left), asNumber(right)) ?? Number.NaN;
  if (!Number.isFinite(result)) return null;
  const movesDay = (operator === '+' || operator === '-') && isDay(left) && !isDay(right);
  return movesDay ? numberToDay(result) : result;
}

function evaluatePair(expression: Extract<Expression, { kind: 'pair' }>, scope: Scope): Value {
  const { operator } = expression;
  const left = evaluate(expression.left, scope);
  if (operator === 'and') return asBoolean(left) && asBoolean(evaluate(expression.right, scope));
  if (operator === 'or') return asBoolean(left) || asBoolean(evaluate(expression.right, scope));
  const right = evaluate(expression.right, scope);
  if (operator === '=') return areEqual(left, right);
  if (operator === '!=') return !areEqual(left, right);
  const order = ORDER[operator];
  return order === undefined ? reckon(operator, left, right) : order(asNumber(left), asNumber(right));
}

/**
 * What a formula comes to. What was not answered, or not to be said, is empty: equal to the empty text, neither more nor less than
 * any number, and what is reckoned with it is empty too. Pure and total: it never throws and always ends.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'this':
      return scope.self;
    case 'answer':
      return scope.answerTo(expression.code, expression.part);
    case 'minus':
      return reckon('-', 0, evaluate(expression.of, scope));
    case 'pair':
      return evaluatePair(expression, scope);
    case 'call':
      return callFunction(expression, scope);
  }
}

function callFunction(call: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
  const args = call.args.map((arg) => evaluate(arg, scope));
  return FUNCTION_RULES[call.name](args, scope.today);
}
