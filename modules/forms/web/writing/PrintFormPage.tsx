import { apiOf, Bdi, Breadcrumbs, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type FormBody } from '../../contract/index.ts';
import { PrintedQuestion } from './PrintedQuestion.tsx';
import writingCss from './writing.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: writingCss }];
}

/** One version, for paper. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const version = Number(params['version'] ?? 0);
  return apiOf(context, formsRoutes).getVersion({ formCode: params['formCode'] ?? '', version });
}

/** The number of each question on paper: what asks nothing has none. */
function numbersOf(body: FormBody): Map<string, number> {
  const asked = body.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== 'note' && kind !== 'calculated');
  return new Map(asked.map(({ code }, index) => [code, index + 1]));
}

/** A form to print and fill in by hand: boxes and lines, conditions in words, and the code by which it is keyed in. */
export default function PrintFormPage() {
  const form = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  const numbers = numbersOf(form.body);
  return (
    <div className="printed-form">
      <Breadcrumbs items={[{ path: `/forms/${form.code}`, label: text(form.title).text }]} />
      <PageTitle
        title={text(form.title).text}
        eyebrow={
          <>
            <Bdi>{form.code}</Bdi> · {t('forms.form.version', { number: formats.number(form.version) })}
          </>
        }
        lead={<p>{t('forms.print.lead')}</p>}
      />
      {form.body.sections.map((section, at) => (
        <section key={at}>
          {section.title === undefined ? null : <h2>{text(section.title).text}</h2>}
          {section.questions.map((question) => (
            <PrintedQuestion
              key={question.code}
              body={form.body}
              question={question}
              number={numbers.get(question.code) ?? null}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
