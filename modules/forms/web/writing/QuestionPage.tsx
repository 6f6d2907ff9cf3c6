import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, QuestionKind, type Question, type WrittenForm } from '../../contract/index.ts';
import { questionsOf } from '../../domain/index.ts';
import { getDraft } from './get-draft.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { questionOf } from './question-of.ts';
import writingCss from './writing.css?url';

export const handle: PageHandle = { formId: 'question' };

export function links() {
  return [{ rel: 'stylesheet', href: writingCss }];
}

function placeOf(search: URLSearchParams) {
  const inner = search.get('inner');
  return {
    section: Number(search.get('section') ?? 0),
    question: Number(search.get('question') ?? 0),
    inner: inner === null ? null : Number(inner),
  };
}

function questionAt(form: WrittenForm, place: ReturnType<typeof placeOf>): Question | undefined {
  const question = form.body.sections[place.section]?.questions[place.question];
  return place.inner === null ? question : question?.questions?.[place.inner];
}

/** The first code that no question of the form has: nobody has to think of one. */
function freeCode(form: WrittenForm): string {
  const taken = new Set(questionsOf(form.body).map(({ code }) => code));
  let number = taken.size + 1;
  while (taken.has(`q${number}`)) number += 1;
  return `q${number}`;
}

/** The draft, the place that is meant, what stands there, and the kind that was chosen; none before one is. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const form = await getDraft(context, params['formCode'] ?? '');
  const search = new URL(request.url).searchParams;
  const place = placeOf(search);
  const question = questionAt(form, place) ?? null;
  const chosen = QuestionKind.safeParse(search.get('kind'));
  const kind = chosen.success ? chosen.data : (question?.kind ?? null);
  return { form, place, question, kind, code: question?.code ?? freeCode(form) };
}

/** Keeps the question at its place. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const search = new URL(request.url).searchParams;
    const form = await getDraft(context, params['formCode'] ?? '');
    const place = placeOf(search);
    const before = questionAt(form, place);
    const kind = QuestionKind.safeParse(values.text('kind'));
    if (!kind.success) return refuse('invalid_input', { fields: [{ path: 'kind', code: 'required' }] });
    const question = questionOf(values, { kind: kind.data, before });
    const of = { formCode: form.code, revision: values.number('revision') ?? 0 };
    await apiOf(context, formsRoutes).changeForm(
      { ...of, change: { kind: 'save_question', place, question } },
      { commandId },
    );
    return redirect(`/${params['locale']}/forms/${form.code}/edit#section-${place.section}`);
  });
}

/** The ways to ask, each with what it is good for. */
function Kinds() {
  const { place } = useLoaderData<typeof loader>();
  const { t, search } = usePage();
  const kinds = QuestionKind.options.filter((kind) => place.inner === null || kind !== 'group');
  return (
    <ul className="kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={`${search}&kind=${kind}`}>{t(`forms.kind.${kind}`)}</Link>
          <p className="hint">{t(`forms.kind_hint.${kind}`)}</p>
        </li>
      ))}
    </ul>
  );
}

function Fields() {
  const { form, place, question, kind, code } = useLoaderData<typeof loader>();
  const { t, search } = usePage();
  if (kind === null) return <Kinds />;
  return (
    <>
      <p className="hint">
        {t(`forms.kind.${kind}`)} · {t(`forms.kind_hint.${kind}`)}
      </p>
      <CommandForm id="question" words="forms" action={`${search}#question`}>
        <input type="hidden" name="revision" value={form.revision} />
        <input type="hidden" name="kind" value={kind} />
        <QuestionFields {...{ form, place, question, kind, code }} />
        <SubmitButton>{t('forms.edit.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}

/** One question of a draft: how it is asked, in three languages, of whom, and what fits as an answer. */
export default function QuestionPage() {
  const { form, question, kind } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const title = question === null ? t('forms.question.new') : text(question.text).text;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: `/forms/${form.code}`, label: text(form.title).text },
          { path: `/forms/${form.code}/edit`, label: t('forms.edit.title') },
        ]}
      />
      <PageTitle title={title} {...(kind === null ? { lead: <p>{t('forms.question.choose_kind')}</p> } : {})} />
      <Fields />
    </>
  );
}
