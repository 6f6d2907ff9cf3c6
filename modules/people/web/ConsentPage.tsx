import { directionOf, LOCALES, textIn, type InputOf, type Locale, type LocalizedText } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CheckboxGroup,
  CommandForm,
  isFormAnswer,
  LOCALE_NAMES,
  Notice,
  pageContext,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type FormAnswer,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { localPath } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ConsentManner, DataCategory, peopleRoutes, type PersonId } from '../contract/index.ts';
import { consentAloud } from './aloud.ts';
import { CARRIED, carriedFields, CONSENT_FORM } from './carried.ts';
import { readingLocale } from './language-name.ts';

export const handle: PageHandle = { formId: CONSENT_FORM };

const MONTHS = [1, 3, 6, 12, 24] as const;

/** Whose consent it is, the partners that may be named, and what to read aloud. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const organisations = await listAllOrganisations(context);
  return { person, partners: organisations.filter((one) => one.receivesReferrals), aloud: consentAloud() };
}

type Input = InputOf<typeof peopleRoutes.recordConsent>;

function answerWith(typed: TypedValues): FormAnswer {
  return { kind: 'form-answer', form: CONSENT_FORM, refusal: null, typed };
}

/** Records the consent. What another page carried here goes back to it with the next press of a button. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed = values.typed();
    const { locale } = context.get(pageContext);
    if (values.text('intent') === 'begin') return answerWith({ months: '6', locale, ...typed });
    const personId = (params['personId'] ?? '') as PersonId;
    const given = {
      personId,
      recipients: values.all('recipients'),
      categories: values.all('categories'),
      months: values.text('months'),
      givenHow: values.text('givenHow'),
      locale: values.text('locale'),
    } as Input;
    await apiOf(context, peopleRoutes).recordConsent(given, { commandId });
    if (localPath(values.text('then')) === null) return redirect(`/${params['locale']}/work/people/${personId}`);
    return answerWith({ ...typed, step: 'recorded' });
  });
}

/** Typed values that go along unseen. */
function HiddenFields({ typed, names }: { typed: TypedValues; names: (name: string) => boolean }) {
  return Object.entries(typed)
    .filter(([name]) => name !== 'commandId' && names(name))
    .flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    );
}

const isCarried = (name: string): boolean => name.startsWith(CARRIED) || name === 'then' || name === 'thenForm';

/** Back to the page that needed the consent, with everything that was chosen there. */
function GoOn({ typed }: { typed: TypedValues }) {
  const { t } = usePage();
  const then = localPath(String(typed['then'] ?? '')) ?? '';
  return (
    <>
      <PageTitle title={t('people.consent.saved_title')} lead={<p>{t('people.consent.saved_lead')}</p>} />
      <CommandForm id={String(typed['thenForm'] ?? 'carried')} action={then}>
        {carriedFields(typed).map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{t('people.consent.go_on')}</SubmitButton>
      </CommandForm>
      <CommandForm id={CONSENT_FORM} className="carried">
        <HiddenFields typed={typed} names={() => true} />
      </CommandForm>
    </>
  );
}

/** The words to say, first in the person's own language. */
function Aloud({ aloud, language }: { aloud: LocalizedText; language: Locale }) {
  const { t } = usePage();
  const others = LOCALES.filter((locale) => locale !== language);
  const said = (locale: Locale) => (
    <blockquote key={locale} lang={locale} dir={directionOf(locale)}>
      {aloud[locale]}
    </blockquote>
  );
  return (
    <Notice title={t('people.consent.aloud')}>
      {said(language)}
      <details>
        <summary>{t('people.consent.aloud_other')}</summary>
        {others.map(said)}
      </details>
    </Notice>
  );
}

function Fields({ partners, language }: { partners: { value: string; label: string }[]; language: Locale }) {
  const { t } = usePage();
  return (
    <>
      <CheckboxGroup
        name="recipients"
        label={t('people.field.recipients')}
        hint={partners.length === 0 ? t('people.consent.no_recipients') : t('people.consent.recipients_hint')}
        options={partners}
        required
      />
      <CheckboxGroup
        name="categories"
        label={t('people.field.categories')}
        options={DataCategory.options.map((value) => ({
          value,
          label: t(`people.category.${value}`),
          hint: t(`people.category_means.${value}`),
        }))}
        defaultValue={['identity', 'need']}
        required
      />
      <SelectField
        name="months"
        label={t('people.field.months')}
        options={MONTHS.map((count) => ({ value: String(count), label: t('people.consent.months', { count }) }))}
        defaultValue="6"
        required
      />
      <RadioGroup
        name="givenHow"
        label={t('people.field.givenHow')}
        options={ConsentManner.options.map((value) => ({ value, label: t(`people.givenHow.${value}`) }))}
        required
      />
      <SelectField
        name="locale"
        label={t('people.field.locale')}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        defaultValue={language}
        required
      />
    </>
  );
}

/** What a person agrees to: which partners, which data, for how long, and how they said so. */
export default function ConsentPage() {
  const { person, partners, aloud } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : {};
  if (typed['step'] === 'recorded') return <GoOn typed={typed} />;
  const name = person.displayName ?? t('people.card.unnamed');
  const language = readingLocale(person.languages, locale);
  const fields = ['recipients', 'categories', 'months', 'givenHow', 'locale'];
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('people.consent.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.consent.lead')}</p>}
      />
      <Aloud aloud={aloud} language={language} />
      <CommandForm id={CONSENT_FORM} labels={Object.fromEntries(fields.map((key) => [key, t(`people.field.${key}`)]))}>
        <HiddenFields typed={typed} names={isCarried} />
        <Fields
          partners={partners.map((one) => ({ value: one.organisationId, label: textIn(one.name, locale).text }))}
          language={language}
        />
        <SubmitButton>{t('people.consent.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
