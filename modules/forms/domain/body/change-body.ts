import { refuse, type LocalizedText } from '@qantara/kernel';
import type { FormBody, FormChange, Question, QuestionPlace, Section } from '../../contract/index.ts';

type Way = 'up' | 'down';
type Written = { title: LocalizedText; body: FormBody };

/** The list with the item at this place moved by one; as it is where it stands at the end already. */
function moved<T>(list: readonly T[], at: number, way: Way): T[] {
  const item = list[at] ?? refuse('place_in_form_not_found');
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(Math.max(0, at + (way === 'up' ? -1 : 1)), 0, item);
}

function without<T>(list: readonly T[], at: number): T[] {
  return at < list.length ? list.toSpliced(at, 1) : refuse('place_in_form_not_found');
}

function put<T>(list: readonly T[], at: number, item: T): T[] {
  return at <= list.length ? list.toSpliced(at, 1, item) : refuse('place_in_form_not_found');
}

function inSection(body: FormBody, at: number, change: (section: Section) => Section): FormBody {
  const section = body.sections[at] ?? refuse('place_in_form_not_found');
  return { ...body, sections: body.sections.with(at, change(section)) };
}

/** Changes the list in which a question stands: that of its section, or of its group. */
function inList(body: FormBody, place: QuestionPlace, change: (list: Question[], at: number) => Question[]): FormBody {
  return inSection(body, place.section, (section) => {
    if (place.inner === null) return { ...section, questions: change(section.questions, place.question) };
    const group = section.questions[place.question];
    if (group?.kind !== 'group') return refuse('place_in_form_not_found');
    const questions = change(group.questions ?? [], place.inner) as NonNullable<Question['questions']>;
    return { ...section, questions: section.questions.with(place.question, { ...group, questions }) };
  });
}

/** A group keeps its questions when its own words change. */
function saved(body: FormBody, place: QuestionPlace, question: Question): FormBody {
  if (place.inner !== null && question.kind === 'group') refuse('group_in_group');
  return inList(body, place, (list, at) => {
    const before = list[at];
    const keepsOwn = question.kind === 'group' && question.questions === undefined && before?.questions !== undefined;
    return put(list, at, keepsOwn ? { ...question, questions: before.questions } : question);
  });
}

/** A question at the edge of its section goes on into the next one. */
function movedQuestion(body: FormBody, place: QuestionPlace, way: Way): FormBody {
  const section = body.sections[place.section];
  const question = section?.questions[place.question];
  const isAtEdge = place.question === (way === 'up' ? 0 : (section?.questions.length ?? 0) - 1);
  const next = place.section + (way === 'up' ? -1 : 1);
  if (place.inner !== null || !isAtEdge || question === undefined || body.sections[next] === undefined)
    return inList(body, place, (list, at) => moved(list, at, way));
  const left = inList(body, place, without);
  return inSection(left, next, (other) => ({
    ...other,
    questions: way === 'up' ? [...other.questions, question] : [question, ...other.questions],
  }));
}

type Elsewhere = 'title' | 'settle' | 'save_findings';
type BodyChange = Exclude<FormChange, { kind: Elsewhere }>;

function changedBody(body: FormBody, change: BodyChange): FormBody {
  switch (change.kind) {
    case 'add_section':
      return { ...body, sections: [...body.sections, { title: change.title, questions: [] }] };
    case 'save_section': {
      const { kind: _kind, section: at, ...words } = change;
      return inSection(body, at, ({ questions }) => ({ ...words, questions }));
    }
    case 'move_section':
      return { ...body, sections: moved(body.sections, change.section, change.way) };
    case 'remove_section':
      return { ...body, sections: without(body.sections, change.section) };
    case 'save_question':
      return saved(body, change.place, change.question);
    case 'move_question':
      return movedQuestion(body, change.place, change.way);
    case 'remove_question':
      return inList(body, change.place, without);
  }
}

/**
 * A draft after one change. Refuses `place_in_form_not_found` where the section or question is not there, `group_in_group` for a
 * group inside a group.
 */
export function changeForm(form: Written, change: FormChange): Written {
  if (change.kind === 'title') return { ...form, title: change.title };
  const { body } = form;
  if (change.kind === 'settle')
    return { ...form, body: { ...body, undecided: without(body.undecided ?? [], change.at) } };
  if (change.kind === 'save_findings') return { ...form, body: { ...body, findings: change.findings } };
  return { ...form, body: changedBody(body, change) };
}
