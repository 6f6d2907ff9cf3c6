import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations, organisationChoices } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CheckboxGroup,
  CommandForm,
  DateField,
  Notice,
  PageTitle,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { IssueKind, partnershipRoutes } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'issue' };

/** Which organisations it can be about. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  return { organisations: await listAllOrganisations(context) };
}

/** Raises the issue in the name of the reader's organisation. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof partnershipRoutes.raiseIssue>;
    const { issueId } = await apiOf(context, partnershipRoutes).raiseIssue(input, { commandId });
    return redirect(`/${params['locale']}/work/partnership/issues/${issueId}`);
  });
}

/** Saying what does not go well; never about a resident. */
export default function NewIssuePage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/partnership/issues', label: t('partnership.issues.title') }]} />
      <PageTitle title={t('partnership.issues.new')} />
      <Notice>
        <p>{t('partnership.issues.nobody')}</p>
      </Notice>
      <CommandForm id="issue">
        <SelectField
          name="kind"
          label={t('partnership.field.kind')}
          options={IssueKind.options.map((value) => ({ value, label: t(`partnership.issue_kind.${value}`) }))}
          required
        />
        <TextField name="title" label={t('partnership.field.title')} maxLength={120} required />
        <TextArea name="wording" label={t('partnership.field.wording')} rows={5} maxLength={4000} required />
        <CheckboxGroup
          name="organisationIds"
          label={t('partnership.field.organisationIds')}
          options={organisationChoices(organisations, locale)}
          required
        />
        <DateField name="raisedOn" label={t('partnership.field.raisedOn')} required />
        <SubmitButton>{t('partnership.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
