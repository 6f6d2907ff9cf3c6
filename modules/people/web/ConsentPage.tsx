import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  isFormAnswer,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormAnswer,
  type FormValues,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { localPath } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { ConsentPurpose, peopleRoutes, type PersonId } from '../contract/index.ts';
import { Aloud } from './consent/Aloud.tsx';
import { CONSENT_FORM } from './consent/carried.ts';
import consentCss from './consent/consent.css?url';
import { MannerFields, RefusalFields, SharedFields } from './consent/ConsentFields.tsx';
import { GiverFields } from './consent/GiverFields.tsx';
import { GoOn, HiddenFields } from './consent/GoOn.tsx';
import { OwnWish, RestingNotice } from './consent/RestingNotice.tsx';
import { readingLocale } from './words/language-name.ts';

export const handle: PageHandle = { formId: CONSENT_FORM };

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

const purposeOf = (request: Request): ConsentPurpose =>
  ConsentPurpose.catch('referral').parse(new URL(request.url).searchParams.get('purpose'));

/** Whose consent it is, what they said before, the partners that may be named, and the words to read aloud. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const api = apiOf(context, peopleRoutes);
  const { person, refusals, minority } = await api.getPerson({ personId });
  const purpose = purposeOf(request);
  const { texts, ageOfMajority } = await api.listCurrentTexts({});
  const spoken = texts.find((one) => one.purpose === purpose);
  if (spoken === undefined) throw new Error(`no text for ${purpose} is published`);
  const organisations = await listAllOrganisations(context);
  // Who runs a cohort need not take referrals.
  const partners = organisations.filter((one) => one.receivesReferrals || purpose === 'cohort');
  const names = Object.fromEntries(partners.map(({ organisationId, name }) => [organisationId, name]));
  return {
    person,
    minority,
    ageOfMajority,
    purpose,
    spoken,
    partners,
    names,
    refusals: refusals.filter((one) => one.purpose === purpose),
    now: new Date().toISOString(),
  };
}

function answerWith(typed: TypedValues): FormAnswer {
  return { kind: 'form-answer', form: CONSENT_FORM, refusal: null, typed };
}

type Input = InputOf<typeof peopleRoutes.recordConsent> & InputOf<typeof peopleRoutes.recordRefusal>;

function inputOf(values: FormValues, of: { personId: PersonId; purpose: ConsentPurpose }): Input {
  const one = (name: string) => values.text(name) ?? undefined;
  return {
    ...of,
    recipients: values.all('recipients'),
    categories: values.all('categories'),
    direction: one('direction'),
    months: one('months'),
    givenHow: one('givenHow'),
    locale: one('locale'),
    textNumber: one('textNumber'),
    proxyRelation: one('proxyRelation'),
    proxyName: one('proxyName'),
    childAssent: one('childAssent'),
    aloneReason: one('aloneReason'),
    isOwnWish: values.flag('isOwnWish'),
    saidBy: one('saidBy'),
    reasonCode: one('reasonCode'),
    reason: one('reason'),
  } as Input;
}

/** Records the word of the person, yes or no. What another page carried here goes back to it with the next press of a button. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed = values.typed();
    const { locale } = context.get(pageContext);
    if (values.text('intent') === 'begin') return answerWith({ months: '6', locale, direction: 'both', ...typed });
    const personId = (params['personId'] ?? '') as PersonId;
    const api = apiOf(context, peopleRoutes);
    const input = inputOf(values, { personId, purpose: purposeOf(request) });
    const path = `/work/people/${personId}`;
    if (values.text('intent') === 'refuse') {
      await api.recordRefusal(input, { commandId });
      return redirect(`/${params['locale']}${path}#consents`);
    }
    const { consentId } = await api.recordConsent(input, { commandId });
    const ofConsent = `${personId}/consents/${consentId}`;
    if (localPath(values.text('then')) === null)
      return redirect(`/${params['locale']}/work/people/${ofConsent}/receipt`);
    return answerWith({ ...typed, step: 'recorded', receiptOf: ofConsent });
  });
}

/** For what is asked: each purpose has a text of its own. */
function Purposes({ purpose }: { purpose: ConsentPurpose }) {
  const { t } = usePage();
  return (
    <nav className="purposes" aria-label={t('people.field.purpose')}>
      <ul>
        {ConsentPurpose.options.map((one) => (
          <li key={one}>
            <Link to={one === 'referral' ? '?' : `?purpose=${one}`} aria-current={one === purpose ? 'page' : undefined}>
              {t(`people.purpose.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const FIELDS = [
  'recipients',
  'categories',
  'direction',
  'months',
  'givenHow',
  'locale',
  'proxyRelation',
  'proxyName',
  'childAssent',
  'aloneReason',
  'isOwnWish',
] as const;

function Form({ typed }: { typed: TypedValues }) {
  const { person, minority, ageOfMajority, partners, refusals, spoken, now } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const labels = Object.fromEntries(FIELDS.map((key) => [key, t(`people.field.${key}`)]));
  const choices = partners.map((one) => ({ value: one.organisationId, label: textIn(one.name, locale).text }));
  return (
    <CommandForm id={CONSENT_FORM} labels={labels}>
      <HiddenFields typed={typed} />
      <input type="hidden" name="textNumber" value={spoken.number} />
      <SharedFields partners={choices} />
      <MannerFields language={readingLocale(person.languages, locale)} />
      <GiverFields minority={minority} ageOfMajority={ageOfMajority} typed={typed} />
      <OwnWish refusals={refusals} now={now} />
      <SubmitButton>{t('people.consent.save')}</SubmitButton>
      <section className="said-no" aria-labelledby="said-no">
        <h2 id="said-no">{t('people.refusal.title')}</h2>
        <p className="hint">{t('people.refusal.lead')}</p>
        <RefusalFields />
        <SubmitButton kind="plain" intent="refuse">
          {t('people.refusal.save')}
        </SubmitButton>
      </section>
    </CommandForm>
  );
}

/** What a person agrees to or says no to: which partners, which data, for how long, under which text, and who decides. */
export default function ConsentPage() {
  const { person, purpose, spoken, refusals, names, now } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : {};
  if (typed['step'] === 'recorded') return <GoOn typed={typed} />;
  const name = person.displayName ?? t('people.card.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('people.consent.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.consent.lead')}</p>}
      />
      <Purposes purpose={purpose} />
      <RestingNotice refusals={refusals} names={names} now={now} />
      <Aloud spoken={spoken} language={readingLocale(person.languages, locale)} />
      <Form typed={typed} />
    </>
  );
}
