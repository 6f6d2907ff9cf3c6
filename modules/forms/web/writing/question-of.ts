import type { FormValues } from '@qantara/ui';
import type { Choice, Question, QuestionKind } from '../../contract/index.ts';
import { conditionOf } from './condition-of.ts';

/** The name under which the fields of a question are sent. */
export const QUESTION = 'change.question';

type Words = { ar?: string; fr?: string; en?: string };
type Row = { code?: string; text?: Words; isExclusive?: boolean };
type Sent = {
  code?: string;
  text?: Words;
  hint?: Words;
  isRequired?: boolean;
  choices?: Row[];
  rows?: Row[];
  ends?: { least?: Words; most?: Words };
  checks?: { formula?: string; message?: Words }[];
  calculation?: string;
  formerly?: string;
};

const hasWords = (words: Words | undefined): words is Words =>
  words !== undefined && Object.values(words).some((word) => word !== undefined);

/** The first code of this beginning that no other row has. */
function freeCode(taken: Set<string>, beginning: string): string {
  for (let number = 1; ; number += 1) {
    const code = `${beginning}${number}`;
    if (!taken.has(code)) {
      taken.add(code);
      return code;
    }
  }
}

/** The rows in which something was written; one without a code gets one, so that nobody has to think of it. */
function rowsOf(
  rows: readonly (Row | undefined)[],
  beginning: string,
): { code: string; text: Words; isExclusive?: boolean }[] {
  const written = rows.flatMap((row) => (hasWords(row?.text) || row?.code !== undefined ? [row ?? {}] : []));
  const taken = new Set(written.flatMap(({ code }) => code ?? []));
  return written.map(({ code, text = {}, isExclusive }) => ({
    code: code ?? freeCode(taken, beginning),
    text,
    ...(isExclusive === true ? { isExclusive } : {}),
  }));
}

/** What a kind keeps from before that its page does not show: terms, and the questions of a group. */
function keptOf(before: Question | undefined, choices: readonly Choice[]): Partial<Question> {
  if (before === undefined) return {};
  const termsOf = new Map(before.choices.map(({ code, terms }) => [code, terms]));
  return {
    ...(before.terms === undefined ? {} : { terms: before.terms }),
    choices: choices.map((choice) => {
      const terms = termsOf.get(choice.code);
      return terms === undefined ? choice : { ...choice, terms };
    }),
  };
}

function numbersOf(values: Pick<FormValues, 'number'>): Partial<Question> {
  const read = (['least', 'most', 'decimals'] as const).flatMap((name) => {
    const value = values.number(`${QUESTION}.${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(read);
}

function wordsOf(sent: Sent): Partial<Question> {
  const checks = (sent.checks ?? []).filter((check) => check?.formula !== undefined);
  return {
    ...(hasWords(sent.hint) ? { hint: sent.hint } : {}),
    ...(hasWords(sent.ends?.least) || hasWords(sent.ends?.most) ? { ends: sent.ends as Question['ends'] } : {}),
    ...(checks.length > 0 ? { checks: checks as NonNullable<Question['checks']> } : {}),
    ...(sent.calculation === undefined ? {} : { calculation: sent.calculation }),
    ...(sent.formerly === undefined ? {} : { formerly: sent.formerly }),
  };
}

/** A question as its page says it. Blank rows are none; what the page does not show stays as it was before. */
export function questionOf(
  values: Pick<FormValues, 'text' | 'number' | 'toObject'>,
  { kind, before }: { kind: QuestionKind; before: Question | undefined },
): Question {
  const sent = ((values.toObject()['change'] ?? {}) as { question?: Sent }).question ?? {};
  const choices = rowsOf(sent.choices ?? [], 'c') as Choice[];
  const rows = rowsOf(sent.rows ?? [], 'r') as NonNullable<Question['rows']>;
  return {
    code: sent.code ?? '',
    kind,
    text: sent.text ?? {},
    isRequired: sent.isRequired === true,
    choices,
    ...(rows.length > 0 ? { rows } : {}),
    ...wordsOf(sent),
    ...numbersOf(values),
    ...conditionOf(values, `${QUESTION}.isAskedWhen`),
    ...keptOf(before, choices),
  };
}
