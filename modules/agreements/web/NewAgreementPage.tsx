import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CheckboxGroup,
  CommandForm,
  DateField,
  LocalizedTextField,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { organisationChoices } from './organisation-choices.ts';
import { AgreementKind, agreementsRoutes, DataCategory, SharingPurpose } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'agreement' };

/** Who can be a party. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'agreement:write');
  return { organisations: await listAllOrganisations(context) };
}

/** Writes the agreement down; it is signed on its own page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof agreementsRoutes.addAgreement>;
    const { agreementId } = await apiOf(context, agreementsRoutes).addAgreement(input, { commandId });
    return redirect(`/${params['locale']}/work/agreements/${agreementId}`);
  });
}

/** Writing down what organisations agree to. */
export default function NewAgreementPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/agreements', label: t('agreements.title') }]} />
      <PageTitle title={t('agreements.new')} lead={<p>{t('agreements.new_lead')}</p>} />
      <CommandForm id="agreement">
        <RadioGroup
          name="kind"
          label={t('agreements.field.kind')}
          options={choices('agreements.kind', AgreementKind.options)}
          required
        />
        <LocalizedTextField name="title" label={t('agreements.field.title')} required />
        <LocalizedTextField
          name="summary"
          label={t('agreements.field.summary')}
          hint={t('agreements.summary_hint')}
          rows={3}
        />
        <CheckboxGroup
          name="purposes"
          label={t('agreements.field.purposes')}
          options={choices('agreements.purpose', SharingPurpose.options)}
          required
        />
        <CheckboxGroup
          name="categories"
          label={t('agreements.field.categories')}
          hint={t('agreements.categories_hint')}
          options={choices('agreements.category', DataCategory.options)}
          required
        />
        <DateField name="startsOn" label={t('agreements.field.startsOn')} required />
        <DateField name="lastDay" label={t('agreements.field.lastDay')} hint={t('agreements.last_day_hint')} />
        <CheckboxGroup
          name="organisationIds"
          label={t('agreements.field.organisationIds')}
          hint={t('agreements.parties_hint')}
          options={organisationChoices(organisations, locale)}
          required
        />
        <SubmitButton>{t('agreements.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
