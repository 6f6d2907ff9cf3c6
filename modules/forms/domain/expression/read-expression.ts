import { FUNCTIONS, isFunctionName, type Expression, type FunctionName, type Operator } from './expression.ts';
import { FormulaFault } from './formula-fault.ts';
import { tokensOf, type Token } from './tokens-of.ts';

/** What binds looser comes first, as in XPath 1.0. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];
const DEEPEST = 60;

type Reader = { tokens: Token[]; next: number; depth: number };

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? { kind: 'end', text: '', at: 0 };
}

function unfinished({ at, text }: Token): never {
  throw new FormulaFault('formula_unfinished', at, text);
}

function takeSign(reader: Reader, sign: string): void {
  const token = peek(reader);
  if (token.kind !== 'sign' || token.text !== sign) unfinished(token);
  reader.next += 1;
}

function isSign(reader: Reader, sign: string): boolean {
  const token = peek(reader);
  return token.kind === 'sign' && token.text === sign;
}

function readArguments(reader: Reader): Expression[] {
  takeSign(reader, '(');
  const args: Expression[] = [];
  while (!isSign(reader, ')')) {
    if (args.length > 0) takeSign(reader, ',');
    args.push(readLevel(reader, 0));
  }
  takeSign(reader, ')');
  return args;
}

function readCall(reader: Reader, token: Token): Expression {
  if (!isFunctionName(token.text)) throw new FormulaFault('formula_function', token.at, token.text);
  const name: FunctionName = token.text;
  const args = readArguments(reader);
  const [least, most] = FUNCTIONS[name];
  if (args.length < least || args.length > most) throw new FormulaFault('formula_arguments', token.at, name);
  return { kind: 'call', name, args };
}

function readSign(reader: Reader, token: Token): Expression {
  if (token.text === '.') return { kind: 'this' };
  if (token.text === '-') return { kind: 'minus', of: readOne(reader) };
  if (token.text !== '(') return unfinished(token);
  const inside = readLevel(reader, 0);
  takeSign(reader, ')');
  return inside;
}

function answerOf(text: string): Expression {
  const [code = '', part = null] = text.split('.');
  return { kind: 'answer', code, part };
}

function readOne(reader: Reader): Expression {
  const token = peek(reader);
  reader.next += 1;
  if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
  if (token.kind === 'text') return { kind: 'value', value: token.text };
  if (token.kind === 'answer') return answerOf(token.text);
  if (token.kind === 'name') return readCall(reader, token);
  return token.kind === 'sign' ? readSign(reader, token) : unfinished(token);
}

function operatorAt(reader: Reader, level: readonly Operator[]): Operator | undefined {
  const { kind, text } = peek(reader);
  return kind === 'sign' || kind === 'name' ? level.find((operator) => operator === text) : undefined;
}

function readPairs(reader: Reader, level: readonly Operator[], depth: number): Expression {
  let left = readLevel(reader, depth + 1);
  for (let operator = operatorAt(reader, level); operator !== undefined; operator = operatorAt(reader, level)) {
    reader.next += 1;
    left = { kind: 'pair', operator, left, right: readLevel(reader, depth + 1) };
  }
  return left;
}

function readLevel(reader: Reader, depth: number): Expression {
  const level = LEVELS[depth];
  if (level === undefined) return readOne(reader);
  reader.depth += 1;
  if (reader.depth > DEEPEST * LEVELS.length) throw new FormulaFault('formula_too_deep', peek(reader).at, '');
  const read = readPairs(reader, level, depth);
  reader.depth -= 1;
  return read;
}

/**
 * A formula as a tree. The syntax is the part of XLSForm's (XPath 1.0) that needs no document: comparisons, arithmetic, `and`, `or`,
 * `${answer}`, `${matrix.row}`, `.` and the functions of `FUNCTIONS`. Throws `FormulaFault`, which says where.
 */
export function readExpression(formula: string): Expression {
  const reader: Reader = { tokens: tokensOf(formula), next: 0, depth: 0 };
  const read = readLevel(reader, 0);
  const rest = peek(reader);
  if (rest.kind !== 'end') unfinished(rest);
  return read;
}
