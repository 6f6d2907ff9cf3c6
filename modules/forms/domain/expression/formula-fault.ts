export type FormulaFaultCode =
  | 'formula_sign'
  | 'formula_unfinished'
  | 'formula_function'
  | 'formula_arguments'
  | 'formula_too_deep';

/** Why a formula cannot be read: what is wrong, where it begins (from 0), and the word it is about. */
export class FormulaFault extends Error {
  readonly code: FormulaFaultCode;
  readonly at: number;
  readonly word: string;

  constructor(code: FormulaFaultCode, at: number, word: string) {
    super(`${code} at ${at}: ${word}`);
    this.name = 'FormulaFault';
    this.code = code;
    this.at = at;
    this.word = word;
  }
}
