import type { Question } from '../../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../answers/prefer-not-to-say.ts';

function countLimits({ kind, least, most, choices }: Question): string[] {
  const declined = `selected(., '${PREFER_NOT_TO_SAY}')`;
  const alone = choices.filter(({ isExclusive }) => isExclusive === true).map(({ code }) => code);
  const single = [...alone, PREFER_NOT_TO_SAY].map((code) => `not(selected(., '${code}') and count-selected(.) > 1)`);
  return [
    ...(least === undefined ? [] : [`(count-selected(.) >= ${least} or ${declined})`]),
    ...(most === undefined ? [] : [`count-selected(.) <= ${most}`]),
    ...(kind === 'several' ? single : []),
  ];
}

function sizeLimits({ least, most }: Question): string[] {
  return [...(least === undefined ? [] : [`. >= ${least}`]), ...(most === undefined ? [] : [`. <= ${most}`])];
}

/** What an XLSForm has to say as a constraint and we as limits of the question: other programs hold to them too. */
export function limitsAsConstraint(question: Question): string {
  const { kind, most } = question;
  if (kind === 'several' || kind === 'rank') return countLimits(question).join(' and ');
  if (kind === 'number') return sizeLimits(question).join(' and ');
  const isText = kind === 'text' || kind === 'long_text';
  return isText && most !== undefined ? `string-length(.) <= ${most}` : '';
}

/** The constraint without what `limitsAsConstraint` says; whole where it does not begin with it. */
export function withoutLimits(constraint: string, question: Question): string {
  const limits = limitsAsConstraint(question);
  if (limits === '' || !constraint.startsWith(limits)) return constraint;
  const rest = constraint.slice(limits.length);
  if (rest === '') return '';
  return rest.startsWith(' and (') && rest.endsWith(')') ? rest.slice(6, -1) : constraint;
}

const RANGE = /^\.\s*>=?\s*(-?\d+(?:\.\d+)?)(?:\s+and\s+\.\s*<=?\s*(-?\d+(?:\.\d+)?))?$/;

/** Least and most that a constraint of somebody else says plainly, such as `. >= 0 and . <= 120`. */
export function limitsIn(constraint: string): Pick<Question, 'least' | 'most'> | undefined {
  if (/[<>](?!=)/.test(constraint)) return undefined;
  const found = RANGE.exec(constraint.trim());
  if (found === null) return undefined;
  return { least: Number(found[1]), ...(found[2] === undefined ? {} : { most: Number(found[2]) }) };
}
