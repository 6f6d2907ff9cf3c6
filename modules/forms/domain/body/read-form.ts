import type { FormBody, Question, Section } from '../../contract/index.ts';
import { readExpression, type Expression } from '../expression/index.ts';

/** A question with its formulas read; of a group, its questions too. */
export type ReadQuestion = {
  question: Question;
  askedWhen: Expression | null;
  calculation: Expression | null;
  checks: { holds: Expression; message: Question['text'] }[];
  questions: ReadQuestion[];
};

export type ReadSection = { section: Section; askedWhen: Expression | null; questions: ReadQuestion[] };

/** A form that is ready to judge answers. */
export type ReadForm = {
  sections: ReadSection[];
  /** For each question that stands in a group, the code of the group. */
  groupOf: ReadonlyMap<string, string>;
};

function readIf(formula: string | undefined): Expression | null {
  return formula === undefined ? null : readExpression(formula);
}

function readQuestion(question: Question): ReadQuestion {
  return {
    question,
    askedWhen: readIf(question.isAskedWhen),
    calculation: readIf(question.calculation),
    checks: (question.checks ?? []).map(({ formula, message }) => ({ holds: readExpression(formula), message })),
    questions: (question.questions ?? []).map(readQuestion),
  };
}

/** Reads every formula of a form, once. Throws `FormulaFault` where one cannot be read; `faultsOfBody` says which. */
export function readForm(body: FormBody): ReadForm {
  const sections = body.sections.map((section) => ({
    section,
    askedWhen: readIf(section.isAskedWhen),
    questions: section.questions.map(readQuestion),
  }));
  const groupOf = new Map(
    body.sections.flatMap((section) =>
      section.questions.flatMap((group) => (group.questions ?? []).map(({ code }) => [code, group.code] as const)),
    ),
  );
  return { sections, groupOf };
}
