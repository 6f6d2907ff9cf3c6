import type { Question, Section } from '../../contract/index.ts';
import { allOf } from './formula-of.ts';

/** The most questions that a group that repeats holds. */
export const MOST_INSIDE = 60;
const MOST_QUESTIONS = 200;

/** A question that is asked only where what it stood under is asked, too. */
export function under(condition: string | undefined, question: Question): Question {
  const isAskedWhen = allOf([condition, question.isAskedWhen]);
  return isAskedWhen === undefined ? question : { ...question, isAskedWhen };
}

/** A group with as many questions as it holds; the caller notes what is too much. */
export function withInside(group: Question, inside: readonly Question[]): Question {
  return inside.length === 0
    ? group
    : { ...group, questions: inside.slice(0, MOST_INSIDE) as NonNullable<Question['questions']> };
}

function inPages(section: Section): Section[] {
  const pages = Math.max(1, Math.ceil(section.questions.length / MOST_QUESTIONS));
  return Array.from({ length: pages }, (_one, at) => ({
    ...section,
    questions: section.questions.slice(at * MOST_QUESTIONS, (at + 1) * MOST_QUESTIONS),
  }));
}

/** What stands in a form of others: a section, nothing where a section had nothing to keep, or questions that stand in none. */
export type Part = Section | null | Question[];

/** The parts of a form as sections, none too long: neighbouring questions that stand in none are a section of their own. */
export function inSections(parts: readonly Part[]): Section[] {
  const sections: Section[] = [];
  let loose: Question[] = [];
  const endLoose = () => {
    if (loose.length > 0) sections.push({ questions: loose });
    loose = [];
  };
  for (const part of parts) {
    if (Array.isArray(part)) loose.push(...part);
    else {
      endLoose();
      if (part !== null) sections.push(part);
    }
  }
  endLoose();
  return sections.flatMap(inPages);
}
