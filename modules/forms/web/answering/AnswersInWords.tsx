import { textIn } from '@qantara/kernel';
import { areaName } from '@qantara/territory/web';
import type { Area } from '@qantara/territory/contract';
import { Bdi, DescriptionList, LocalText, usePage, type Fact } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Answer, Answers, FormBody, Question } from '../../contract/index.ts';
import { answerInWords, FILE_KINDS, PREFER_NOT_TO_SAY } from '../../domain/index.ts';

type Told = { question: Question; answer: Answer | undefined };
type Reading = { areas: readonly Area[]; paperOf: (attachmentId: string) => ReactNode };

const WORDS: Partial<Record<Question['kind'], readonly string[]>> = {
  yes_no: ['yes', 'no'],
  consent: ['agreed', 'not_agreed'],
};

/** Of a form that has changed since, an answer may be another than the question knows. */
function isWordOf(question: Question, answer: Answer): answer is string {
  return typeof answer === 'string' && WORDS[question.kind]?.includes(answer) === true;
}

/** How an answer is read, by its kind; null where nothing was said. */
function useWords(areas: readonly Area[]): (told: Told) => string | null {
  const { t, locale, formats, text } = usePage();
  const partsInWords = ({ question, answer }: Told): string | null => {
    if (typeof answer !== 'object' || Array.isArray(answer)) return null;
    const area = areaName([...areas], typeof answer['areaId'] === 'string' ? answer['areaId'] : null);
    if (area !== null) return textIn(area, locale).text;
    const rows = (question.rows ?? []).flatMap(({ code, text: row }) => {
      const said =
        answer[code] === PREFER_NOT_TO_SAY ? t('forms.answer.declined') : answerInWords(question, answer[code], locale);
      return said === '' ? [] : [`${text(row).text}: ${said}`];
    });
    return rows.length === 0 ? null : rows.join(' · ');
  };
  return (told) => {
    const { question, answer } = told;
    if (answer === undefined) return null;
    if (answer === PREFER_NOT_TO_SAY) return t('forms.answer.declined');
    if (isWordOf(question, answer)) return t(`forms.answer.${answer}`);
    if (question.kind === 'date' && typeof answer === 'string') return formats.date(answer);
    if (typeof answer === 'number') return formats.number(answer);
    return partsInWords(told) ?? answerInWords(question, answer, locale);
  };
}

type Given = Reading & { questions: readonly Question[]; answers: Answers };

function AnswersIn({ questions, answers, areas, paperOf }: Given) {
  const { text } = usePage();
  const inWords = useWords(areas);
  const items: Fact[] = questions
    .filter(({ kind }) => kind !== 'note' && kind !== 'group')
    .map((question) => {
      const answer = answers[question.code];
      if (FILE_KINDS.includes(question.kind) && typeof answer === 'string' && answer !== PREFER_NOT_TO_SAY)
        return { label: text(question.text).text, value: paperOf(answer) };
      const words = inWords({ question, answer });
      return { label: text(question.text).text, value: words === null ? null : <Bdi>{words}</Bdi> };
    });
  return <DescriptionList items={items} />;
}

function Group({ group, answer, ...reading }: Reading & { group: Question; answer: Answer | undefined }) {
  const { t, text, formats } = usePage();
  if (!Array.isArray(answer)) return null;
  const entries = answer.filter((entry) => typeof entry === 'object');
  return (
    <section>
      <h3>{text(group.text).text}</h3>
      {entries.map((entry, at) => (
        <section key={at}>
          <h4>{t('forms.answer.entry', { number: formats.number(at + 1) })}</h4>
          <AnswersIn questions={group.questions ?? []} answers={entry} {...reading} />
        </section>
      ))}
    </section>
  );
}

/** What was answered, in words, beside the questions as they were asked. */
export function AnswersInWords({ body, answers, ...reading }: Reading & { body: FormBody; answers: Answers }) {
  return body.sections.map((section, at) => (
    <section key={at}>
      {section.title === undefined ? null : (
        <h2>
          <LocalText value={section.title} />
        </h2>
      )}
      <AnswersIn questions={section.questions} answers={answers} {...reading} />
      {section.questions
        .filter(({ kind }) => kind === 'group')
        .map((group) => (
          <Group key={group.code} group={group} answer={answers[group.code]} {...reading} />
        ))}
    </section>
  ));
}
