import { FormulaFault } from './formula-fault.ts';

export type Token = { kind: 'number' | 'text' | 'answer' | 'name' | 'sign' | 'end'; text: string; at: number };

const PATTERNS: [Exclude<Token['kind'], 'end'>, RegExp][] = [
  ['answer', /\$\{\s*([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\s*\}/y],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['text', /'([^']*)'|"([^"]*)"/y],
  ['name', /([a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z][a-zA-Z0-9]*)*)/y],
  ['sign', /(<=|>=|!=|[=<>+\-*(),.])/y],
];
const BLANK = /\s*/y;

function readAt(text: string, at: number): { token: Token; next: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) {
      return { token: { kind, text: found[1] ?? found[2] ?? '', at }, next: pattern.lastIndex };
    }
  }
  throw new FormulaFault('formula_sign', at, text.slice(at, at + 1));
}

function afterBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(text);
  return BLANK.lastIndex;
}

/** The words of a formula, with where each begins. Throws `FormulaFault` at a sign that no formula has. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = afterBlank(text, 0);
  while (at < text.length) {
    const { token, next } = readAt(text, at);
    tokens.push(token);
    at = afterBlank(text, next);
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}
