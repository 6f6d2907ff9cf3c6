import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, Breadcrumbs, ButtonLink, CommandForm, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes } from '../../contract/index.ts';
import { FaultList } from './FaultList.tsx';
import { getDraft } from './get-draft.ts';
import { SectionOutline } from './SectionOutline.tsx';
import writingCss from './writing.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: writingCss }];
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  return getDraft(context, params['formCode'] ?? '');
}

type Change = InputOf<typeof formsRoutes.changeForm>['change'];

/** What the buttons beside a section or a question do. */
function changeOf(given: { intent: string; section: number; question: number | null; inner: number | null }): Change {
  const { intent, section, question, inner } = given;
  const way = intent === 'up' ? 'up' : 'down';
  if (question === null)
    return intent === 'remove' ? { kind: 'remove_section', section } : { kind: 'move_section', section, way };
  const place = { section, question, inner };
  return intent === 'remove' ? { kind: 'remove_question', place } : { kind: 'move_question', place, way };
}

/** Moves or removes a section or a question, or publishes the form. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, formsRoutes);
    const of = { formCode: params['formCode'] ?? '', revision: values.number('revision') ?? 0 };
    const intent = values.text('intent') ?? '';
    if (intent === 'publish') {
      await api.publishForm(of, { commandId });
      return redirect(`/${params['locale']}/forms/${of.formCode}`);
    }
    const section = values.number('section') ?? 0;
    const place = { section, question: values.number('question') ?? null, inner: values.number('inner') ?? null };
    await api.changeForm({ ...of, change: changeOf({ intent, ...place }) }, { commandId });
    return redirect(`/${params['locale']}/forms/${of.formCode}/edit#section-${section}`);
  });
}

/** A draft at a glance: its sections and questions in order, each to be opened, moved or removed. */
export default function EditFormPage() {
  const form = useLoaderData<typeof loader>();
  const { t, href, text } = usePage();
  const base = `/forms/${form.code}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/forms', label: t('forms.list.title') },
          { path: base, label: text(form.title).text },
        ]}
      />
      <PageTitle title={t('forms.edit.title')} eyebrow={text(form.title).text} lead={<p>{t('forms.edit.lead')}</p>} />
      {form.brought === null ? null : (
        <p>
          <Link to={href(`${base}/edit/report`)}>{t('forms.report.link')}</Link>
        </p>
      )}
      <FaultList form={form} />
      {form.body.sections.map((section, at) => (
        <SectionOutline key={at} {...{ form, section, at }} />
      ))}
      <p className="actions">
        <ButtonLink to={href(`${base}/edit/section`)}>{t('forms.edit.add_section')}</ButtonLink>
        <ButtonLink to={href(`${base}/edit/findings`)}>{t('forms.edit.findings')}</ButtonLink>
        <ButtonLink to={href(`${base}/versions/${form.version}`)}>{t('forms.edit.preview')}</ButtonLink>
      </p>
      <CommandForm id="publish">
        <input type="hidden" name="revision" value={form.revision} />
        <p className="hint">{t('forms.edit.publish_hint')}</p>
        <SubmitButton intent="publish">{t('forms.edit.publish')}</SubmitButton>
      </CommandForm>
    </>
  );
}
