import { LOCALES, type FieldFault, type LocalizedText } from '@qantara/kernel';
import type { FormBody, Question } from '../../contract/index.ts';
import { answersNamedIn, FormulaFault, readExpression } from '../expression/index.ts';
import { namesInText } from '../answers/pipe-text.ts';
import { questionsOf } from './questions-of.ts';
import { faultsOfKind } from './faults-of-kind.ts';

/** What may be named where: everything that was asked or worked out before. */
type Walk = { known: Set<string>; all: ReadonlySet<string>; faults: FieldFault[] };

function checkNames(walk: Walk, path: string, names: readonly string[]): void {
  const strange = names.find((name) => !walk.known.has(name));
  if (strange === undefined) return;
  const code = walk.all.has(strange) ? 'formula_later_answer' : 'formula_unknown_answer';
  walk.faults.push({ path, code, values: { word: strange } });
}

function checkFormula(walk: Walk, path: string, formula: string | undefined): void {
  if (formula === undefined) return;
  try {
    checkNames(walk, path, answersNamedIn(readExpression(formula)));
  } catch (fault) {
    if (!(fault instanceof FormulaFault)) throw fault;
    walk.faults.push({ path, code: fault.code, values: { at: fault.at + 1, word: fault.word } });
  }
}

function checkText(walk: Walk, path: string, text: LocalizedText | undefined): void {
  if (text === undefined) return;
  for (const locale of LOCALES) {
    const words = text[locale] ?? '';
    if (words === '') walk.faults.push({ path: `${path}.${locale}`, code: 'required' });
    else checkNames(walk, `${path}.${locale}`, namesInText(words));
  }
}

function checkTexts(walk: Walk, path: string, question: Question): void {
  checkText(walk, `${path}.text`, question.text);
  checkText(walk, `${path}.hint`, question.hint);
  checkText(walk, `${path}.ends.least`, question.ends?.least);
  checkText(walk, `${path}.ends.most`, question.ends?.most);
  question.choices.forEach((choice, index) => checkText(walk, `${path}.choices.${index}.text`, choice.text));
  question.rows?.forEach((row, index) => checkText(walk, `${path}.rows.${index}.text`, row.text));
  question.checks?.forEach((check, index) => checkText(walk, `${path}.checks.${index}.message`, check.message));
}

function checkQuestion(walk: Walk, path: string, question: Question): void {
  checkTexts(walk, path, question);
  checkFormula(walk, `${path}.isAskedWhen`, question.isAskedWhen);
  checkFormula(walk, `${path}.calculation`, question.calculation);
  walk.faults.push(...faultsOfKind(question).map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
  if (walk.known.has(question.code)) walk.faults.push({ path: `${path}.code`, code: 'code_twice' });
  question.questions?.forEach((inner, index) => checkQuestion(walk, `${path}.questions.${index}`, inner));
  walk.known.add(question.code);
  question.checks?.forEach((check, index) => checkFormula(walk, `${path}.checks.${index}.formula`, check.formula));
}

function checkFindings(walk: Walk, body: FormBody): void {
  body.findings?.forEach((rule, index) => {
    checkFormula(walk, `findings.${index}.hasNeedWhen`, rule.hasNeedWhen);
    checkFormula(walk, `findings.${index}.wantsHelpWhen`, rule.wantsHelpWhen);
    checkFormula(walk, `findings.${index}.isDangerWhen`, rule.isDangerWhen);
  });
}

/**
 * What still stands between a form and its being published, by the path of the field: codes that stand twice, kinds without what
 * they need, words missing in a language, formulas that cannot be read or that name what is asked only later.
 */
export function faultsOfBody(body: FormBody): FieldFault[] {
  const codes = questionsOf(body).map(({ code }) => code);
  const walk: Walk = { known: new Set(), all: new Set(codes), faults: [] };
  body.sections.forEach((section, at) => {
    checkText(walk, `sections.${at}.title`, section.title);
    checkFormula(walk, `sections.${at}.isAskedWhen`, section.isAskedWhen);
    if (section.questions.length === 0) walk.faults.push({ path: `sections.${at}.questions`, code: 'required' });
    section.questions.forEach((question, index) => checkQuestion(walk, `sections.${at}.questions.${index}`, question));
  });
  checkFindings(walk, body);
  body.undecided?.forEach(({ question, word }, at) =>
    walk.faults.push({ path: `undecided.${at}`, code: 'undecided', values: { word: word ?? question ?? '' } }),
  );
  return walk.faults;
}
