import { isolate, textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Answer, Answers, FormBody, Question } from '../../contract/index.ts';
import { questionsOf } from '../body/questions-of.ts';
import { PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

const NAMED = /\$\{([a-z][a-z0-9_]*)\}/g;

/** The answers that a text names. */
export function namesInText(text: string): string[] {
  return [...text.matchAll(NAMED)].map((found) => found[1] ?? '');
}

/** An answer as somebody reads it; empty where there is nothing to read. */
export function answerInWords(question: Question, answer: Answer | undefined, locale: Locale): string {
  if (answer === undefined || answer === PREFER_NOT_TO_SAY) return '';
  const codes = Array.isArray(answer) ? answer : [answer];
  const words = codes.map((code) => {
    const choice = question.choices.find((one) => one.code === code);
    if (choice !== undefined) return textIn(choice.text, locale).text;
    return typeof code === 'object' ? '' : String(code);
  });
  return words.filter((word) => word !== '').join(locale === 'ar' ? '، ' : ', ');
}

/** A text with the answers that it names filled in, each set apart from the direction of the sentence; `…` where there is none. */
export function pipeText(text: LocalizedText, given: { body: FormBody; answers: Answers; locale: Locale }): string {
  const { body, answers, locale } = given;
  const questions = new Map(questionsOf(body).map((one) => [one.code, one]));
  return textIn(text, locale).text.replaceAll(NAMED, (_whole, code: string) => {
    const question = questions.get(code);
    const answer = Object.hasOwn(answers, code) ? answers[code] : undefined;
    const words = question === undefined ? '' : answerInWords(question, answer, locale);
    return words === '' ? '…' : isolate(words);
  });
}
