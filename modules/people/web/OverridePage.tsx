import { textIn, type InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CheckboxGroup,
  CommandForm,
  Notice,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { DataCategory, OverrideBasis, OverrideTelling, peopleRoutes, type PersonId } from '../contract/index.ts';
import { needsAgreement, OVERRIDE_HOURS } from '../domain/index.ts';

export const handle: PageHandle = { formId: 'override' };

/** Whose data it is, and everybody who may have to be told. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'consent:override');
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  return { person, organisations: await listAllOrganisations(context) };
}

/** Records the basis; what was shared by it is on the person's page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = (params['personId'] ?? '') as PersonId;
    const given = {
      personId,
      basis: values.text('basis'),
      reason: values.text('reason') ?? '',
      recipients: values.all('recipients'),
      categories: values.all('categories'),
      telling: values.text('telling'),
    } as InputOf<typeof peopleRoutes.recordOverride>;
    await apiOf(context, peopleRoutes).recordOverride(given, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}#consents`);
  });
}

const DAY_HOURS = 24;

function Fields() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const means = (basis: OverrideBasis): string => {
    const days = OVERRIDE_HOURS[basis] / DAY_HOURS;
    const rule = t(needsAgreement(basis) ? 'people.override.with_agreement' : 'people.override.without_agreement');
    return `${t(`people.basis_means.${basis}`)} ${t('people.override.days', { count: days })} ${rule}`;
  };
  return (
    <>
      <RadioGroup
        name="basis"
        label={t('people.field.basis')}
        options={OverrideBasis.options.map((value) => ({
          value,
          label: t(`people.basis.${value}`),
          hint: means(value),
        }))}
        required
      />
      <TextArea
        name="reason"
        label={t('people.field.overrideReason')}
        hint={t('people.override.reason_hint')}
        rows={3}
        maxLength={1000}
        required
      />
      <CheckboxGroup
        name="recipients"
        label={t('people.field.recipients')}
        hint={t('people.override.recipients_hint')}
        options={organisations.map((one) => ({ value: one.organisationId, label: textIn(one.name, locale).text }))}
        required
      />
      <CheckboxGroup
        name="categories"
        label={t('people.field.categories')}
        hint={t('people.override.categories_hint')}
        options={DataCategory.options.map((value) => ({ value, label: t(`people.category.${value}`) }))}
        defaultValue={['identity', 'need']}
        required
      />
      <RadioGroup
        name="telling"
        label={t('people.field.telling')}
        hint={t('people.override.telling_hint')}
        options={OverrideTelling.options.map((value) => ({ value, label: t(`people.telling.${value}`) }))}
        required
      />
    </>
  );
}

const LABELS = {
  basis: 'basis',
  reason: 'overrideReason',
  recipients: 'recipients',
  categories: 'categories',
} as const;

/** Sharing without consent: by a right that the law gives, with a reason, for named partners and a short time. */
export default function OverridePage() {
  const { person } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = person.displayName ?? t('people.card.unnamed');
  const labels = Object.fromEntries(Object.entries(LABELS).map(([field, key]) => [field, t(`people.field.${key}`)]));
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('people.override.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.override.lead')}</p>}
      />
      <Notice kind="warning" title={t('people.override.first_title')}>
        <p>{t('people.override.first')}</p>
      </Notice>
      <CommandForm id="override" labels={{ ...labels, telling: t('people.field.telling') }}>
        <Fields />
        <SubmitButton kind="danger">{t('people.override.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
