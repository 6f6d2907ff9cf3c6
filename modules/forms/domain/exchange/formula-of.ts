import { FormulaFault, readExpression } from '../expression/index.ts';

const LONGEST = 2000;

/** A formula that no form can run: it stands in the draft with what the file said, until somebody writes another. */
export function unrunnable(said: string): string {
  return `# ${said}`.slice(0, LONGEST).toWellFormed().trim();
}

/** Whether a form here can run it. */
export function isReadable(formula: string): boolean {
  try {
    readExpression(formula);
    return formula.length <= LONGEST;
  } catch (fault) {
    if (fault instanceof FormulaFault) return false;
    throw fault;
  }
}

/** Conditions that must all hold, as one. */
export function allOf(formulas: readonly (string | undefined)[]): string | undefined {
  const said = formulas.filter((formula) => formula !== undefined);
  if (said.length < 2) return said[0];
  const joined = said.map((formula) => `(${formula})`).join(' and ');
  return joined.length <= LONGEST ? joined : unrunnable(joined);
}
