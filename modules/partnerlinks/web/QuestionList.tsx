import { DateText, usePage } from '@qantara/ui';
import type { Question } from '../contract/index.ts';

/** What the two organisations asked each other, in order; `own` says on which side the reader stands. */
export function QuestionList({ questions, own }: { questions: readonly Question[]; own: Question['side'] }) {
  const { t } = usePage();
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t('partnerlinks.questions.title')}</h2>
      <ul className="results">
        {questions.map(({ side, words, askedAt }) => (
          <li key={`${askedAt} ${words}`} className="result">
            <p className="hint">
              {t(side === own ? 'partnerlinks.questions.you' : `partnerlinks.questions.${side}`)} ·{' '}
              <DateText value={askedAt} style="dateTime" />
            </p>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
