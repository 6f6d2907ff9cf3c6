import { usePage } from '@qantara/ui';
import type { FormBody } from '../../contract/index.ts';
import { numbersOf } from '../../domain/index.ts';
import { PrintedQuestion } from './PrintedQuestion.tsx';

/** All questions of a form with room for their answers, numbered as whoever keys them in counts them. */
export function PrintedForm({ body }: { body: FormBody }) {
  const { text } = usePage();
  const numbers = numbersOf(body);
  return body.sections.map((section, at) => (
    <div key={at}>
      {section.title === undefined ? null : <h2>{text(section.title).text}</h2>}
      {section.questions.map((question) => (
        <PrintedQuestion
          key={question.code}
          body={body}
          question={question}
          number={numbers.get(question.code) ?? null}
        />
      ))}
    </div>
  ));
}
