import type { Question, Section, WrittenForm } from '../../contract/index.ts';

/** The parts of a form that a fault can be about; each has a word on the page. */
export const PARTS = [
  'text',
  'hint',
  'title',
  'code',
  'choices',
  'rows',
  'questions',
  'least',
  'most',
  'ends',
  'isAskedWhen',
  'checks',
  'calculation',
  'findings',
  'undecided',
] as const;
export type Part = (typeof PARTS)[number];

export type PlaceOfFault = {
  part: Part;
  /** The page where it is mended, below `/forms/…/edit/`. */
  address: string;
  /** The code of the question, or the number of the section. */
  name: string;
};

function partOf(words: readonly string[]): Part {
  return PARTS.find((part) => words.includes(part)) ?? 'text';
}

function inSection(section: Section | undefined, at: string, words: readonly string[]): PlaceOfFault {
  const [list, index = '0', innerList, innerIndex, ...rest] = words;
  const question: Question | undefined = list === 'questions' ? section?.questions[Number(index)] : undefined;
  if (question === undefined)
    return { part: partOf(words), address: `section?section=${at}`, name: String(Number(at) + 1) };
  const inner =
    innerList === 'questions' && innerIndex !== undefined ? question.questions?.[Number(innerIndex)] : undefined;
  const base = `question?section=${at}&question=${index}`;
  if (inner !== undefined) return { part: partOf(rest), address: `${base}&inner=${innerIndex}`, name: inner.code };
  return { part: partOf(words.slice(2)), address: base, name: question.code };
}

/** Where the fault with this path (`sections.0.questions.3.text.ar`) is mended. */
export function placeOfFault(form: Pick<WrittenForm, 'body'>, path: string): PlaceOfFault {
  const [list, at = '0', ...words] = path.split('.');
  if (list === 'undecided') return { part: 'undecided', address: 'report', name: String(Number(at) + 1) };
  if (list !== 'sections') return { part: 'findings', address: 'findings', name: String(Number(at) + 1) };
  return inSection(form.body.sections[Number(at)], at, words);
}
