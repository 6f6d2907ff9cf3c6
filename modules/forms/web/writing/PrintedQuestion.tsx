import { isolate } from '@qantara/kernel';
import { usePage, type UsedPage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { FormBody, Question, QuestionKind } from '../../contract/index.ts';
import {
  ENTRIES_ON_PAPER,
  questionsOf,
  readCondition,
  type ConditionRow,
  type SimpleCondition,
} from '../../domain/index.ts';

/** Boxes to mark, each with the figure by which it is keyed in. */
function Boxes({ labels, declined }: { labels: readonly string[]; declined?: string }) {
  const { formats } = usePage();
  const all = [
    ...labels.map((label, at) => ({ label, figure: at + 1 })),
    ...(declined === undefined ? [] : [{ label: declined, figure: 0 }]),
  ];
  return (
    <div className="boxes">
      {all.map(({ label, figure }) => (
        <span key={figure}>
          <span className="figure">{formats.number(figure)}</span>
          <span className="box" aria-hidden="true" />
          {label}
        </span>
      ))}
    </div>
  );
}

/** Boxes whose words are their figures already. */
function Points({ labels, declined }: { labels: readonly string[]; declined?: string }) {
  const { formats } = usePage();
  return (
    <div className="boxes">
      {labels.map((label) => (
        <span key={label}>
          <span className="box" aria-hidden="true" />
          {label}
        </span>
      ))}
      {declined === undefined ? null : (
        <span>
          <span className="figure">{formats.number(0)}</span>
          <span className="box" aria-hidden="true" />
          {declined}
        </span>
      )}
    </div>
  );
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_one, at) => <span key={at} className="line" aria-hidden="true" />);
}

function conditionIn(formula: string | undefined): SimpleCondition | null {
  if (formula === undefined) return null;
  try {
    return readCondition(formula);
  } catch {
    return null;
  }
}

/** When a question is to be filled in, in words: on paper nobody works out a formula. */
function When({ body, question }: { body: FormBody; question: Question }) {
  const { t, text } = usePage();
  const condition = conditionIn(question.isAskedWhen);
  if (question.isAskedWhen === undefined) return null;
  if (condition === null) return <p className="hint">{t('forms.print.when_unsure')}</p>;
  const asked = new Map(questionsOf(body).map((one) => [one.code, one]));
  const said = ({ question: code, comparison, value }: ConditionRow) => {
    const about = asked.get(code);
    const choice = about?.choices.find((one) => one.code === value);
    const answer =
      choice === undefined
        ? ['yes', 'no'].includes(value)
          ? t(`forms.answer.${value}`)
          : value
        : text(choice.text).text;
    return `${text(about?.text).text} ${t(`forms.comparison.${comparison}`)} ${answer}`.trim();
  };
  const joined = condition.rows.map(said).join(` ${t(`forms.print.${condition.join}`)} `);
  return <p className="hint">{t('forms.print.when', { condition: joined })}</p>;
}

type Space = { body: FormBody; question: Question; page: UsedPage };
type Drawn = (space: Space) => ReactNode;

const choicesOf = ({ question, page }: Space) => question.choices.map((choice) => page.text(choice.text).text);
const boxes: Drawn = (space) => <Boxes labels={choicesOf(space)} declined={space.page.t('forms.answer.declined')} />;

/** Each choice has a box for its place. */
const rank: Drawn = (space) => <Points labels={choicesOf(space)} />;

const scale: Drawn = ({ question, page }) => {
  const { least = 0, most = 10 } = question;
  const labels = Array.from({ length: most - least + 1 }, (_one, at) => page.formats.number(least + at));
  return <Points labels={labels} {...(least > 0 ? { declined: page.t('forms.answer.declined') } : {})} />;
};

const matrix: Drawn = (space) =>
  (space.question.rows ?? []).map((row) => (
    <div key={row.code}>
      <p>{space.page.text(row.text).text}</p>
      {boxes(space)}
    </div>
  ));

const group: Drawn = ({ body, question, page }) =>
  Array.from({ length: ENTRIES_ON_PAPER }, (_one, at) => (
    <section key={at}>
      <h3>{page.t('forms.answer.entry', { number: page.formats.number(at + 1) })}</h3>
      {(question.questions ?? []).map((inner) => (
        <PrintedQuestion key={inner.code} body={body} question={inner} number={null} />
      ))}
    </section>
  ));

const DRAWN: Partial<Record<QuestionKind, Drawn>> = {
  yes_no: ({ page }) => (
    <Boxes
      labels={['yes', 'no'].map((word) => page.t(`forms.answer.${word}`))}
      declined={page.t('forms.answer.declined')}
    />
  ),
  one: boxes,
  several: boxes,
  rank,
  scale,
  consent: ({ page }) => <Boxes labels={['agreed', 'not_agreed'].map((word) => page.t(`forms.answer.${word}`))} />,
  matrix,
  group,
  long_text: () => <Lines count={4} />,
};

const line: Drawn = () => <Lines count={1} />;

/** One question on paper, with room for its answer. */
export function PrintedQuestion({
  body,
  question,
  number,
}: {
  body: FormBody;
  question: Question;
  number: number | null;
}) {
  const page = usePage();
  const { t, text, formats } = page;
  if (question.kind === 'calculated') return null;
  const said = text(question.text).text;
  if (question.kind === 'note') return <p>{said}</p>;
  return (
    <section>
      <p>
        <strong>{number === null ? said : `${formats.number(number)}. ${isolate(said)}`}</strong>
      </p>
      {question.hint === undefined ? null : <p className="hint">{text(question.hint).text}</p>}
      {question.kind === 'rank' ? <p className="hint">{t('forms.answer.rank_hint')}</p> : null}
      <When body={body} question={question} />
      {(DRAWN[question.kind] ?? line)({ body, question, page })}
    </section>
  );
}
