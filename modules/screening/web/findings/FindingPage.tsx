import { directoryRoutes } from '@qantara/directory/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { ConditionFields, getDraft } from '@qantara/forms/web';
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
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { findingsWith, RULE_PARTS } from './finding-of.ts';

export const handle: PageHandle = { formId: 'finding' };

/** The draft, and the need that the rule is about. Refuses `need_not_found`. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const form = await getDraft(context, params['formCode'] ?? '');
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const need = needs.find(({ needCode }) => needCode === params['needCode']) ?? refuse('need_not_found');
  return { form, need, rule: form.body.findings?.find(({ needCode }) => needCode === need.needCode) ?? null };
}

/** Keeps the rule of one need. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const form = await getDraft(context, params['formCode'] ?? '');
    const findings = findingsWith(form.body.findings ?? [], params['needCode'] ?? '', values);
    const of = { formCode: form.code, revision: values.number('revision') ?? 0 };
    await apiOf(context, formsRoutes).changeForm({ ...of, change: { kind: 'save_findings', findings } }, { commandId });
    return redirect(`/${params['locale']}/forms/${form.code}/edit/findings`);
  });
}

const WORDS = { hasNeedWhen: 'has_need', wantsHelpWhen: 'wants_help', isDangerWhen: 'danger' } as const;

/** When one need follows from the answers of a form, when help with it is wanted, and when it is danger. */
export default function FindingPage() {
  const { form, need, rule } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const base = `/forms/${form.code}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: base, label: text(form.title).text },
          { path: `${base}/edit/findings`, label: t('screening.findings.title') },
        ]}
      />
      <PageTitle title={text(need.name).text} lead={<p>{t('screening.findings.one_lead')}</p>} />
      <CommandForm id="finding" labels={{ hasNeedWhen: t('screening.findings.has_need') }}>
        <input type="hidden" name="revision" value={form.revision} />
        {RULE_PARTS.map((part) => (
          <ConditionFields
            key={part}
            form={form}
            before={{ section: form.body.sections.length, question: 0 }}
            name={part}
            prefix={part}
            formula={rule?.[part]}
            words={{
              title: t(`screening.findings.${WORDS[part]}`),
              hint: t(`screening.findings.${WORDS[part]}_hint`),
            }}
          />
        ))}
        <SubmitButton>{t('screening.findings.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
