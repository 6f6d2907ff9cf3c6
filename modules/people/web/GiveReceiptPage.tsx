import { type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  LOCALE_CHOICES,
  Notice,
  pageContext,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, ReceiptForm, WhyNoPaper, type ConsentId, type PersonId } from '../contract/index.ts';
import { isLive } from '../domain/index.ts';
import consentCss from './consent/consent.css?url';
import { receiptWords, type ReceiptWords } from './consent/receipt-words.ts';
import { ReceiptSheet } from './consent/ReceiptSheet.tsx';
import { readingLocale } from './words/language-name.ts';

export const handle: PageHandle = { formId: 'receipt' };

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

/** The consent that a receipt is given of, and whether paper could put the person in danger. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person, consents, safeContact } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const consent = consents.find(({ consentId }) => consentId === params['consentId']);
  if (consent === undefined || !isLive(consent, new Date()))
    throw redirect(`/${params['locale']}/work/people/${personId}`);
  const isDangerous = person.noContactReason === 'danger' || safeContact.isDisguised;
  return { person, consent, isDangerous };
}

type Made = { kind: 'receipt'; sheets: ReceiptWords[]; token: string | null; qrCode: string | null };

/** Makes the receipt; its address and square code are shown once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { locale, region } = context.get(pageContext);
    const given = {
      personId: (values.text('personId') ?? params['personId'] ?? '') as PersonId,
      consentId: (params['consentId'] ?? '') as ConsentId,
      form: values.text('form'),
      whyNone: values.text('whyNone'),
      locale: values.text('locale') ?? locale,
      origin: new URL(request.url).origin,
    } as InputOf<typeof peopleRoutes.giveReceipt>;
    const { facts, token, qrCode } = await apiOf(context, peopleRoutes).giveReceipt(given, { commandId });
    const languages = [...new Set([given.locale, locale])];
    const sheets = facts === null ? [] : languages.map((one) => receiptWords(facts, { locale: one, region }));
    return { kind: 'receipt', sheets, token, qrCode } satisfies Made;
  });
}

const isMade = (value: unknown): value is Made =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'receipt';

function Choice() {
  const { person, consent, isDangerous } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  return (
    <CommandForm id="receipt">
      {isDangerous ? (
        <Notice kind="danger" title={t('people.receipt.danger_title')}>
          <p>{t('people.receipt.danger')}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="personId" value={consent.personId} />
      <RadioGroup
        name="form"
        label={t('people.field.form')}
        options={ReceiptForm.options.map((value) => ({
          value,
          label: t(`people.receiptForm.${value}`),
          hint: t(`people.receipt_form_means.${value}`),
        }))}
        defaultValue={isDangerous ? 'none' : 'discreet'}
        required
      />
      <SelectField
        name="whyNone"
        label={t('people.field.whyNone')}
        emptyLabel={t('people.receipt.paper_is_fine')}
        options={WhyNoPaper.options.map((value) => ({ value, label: t(`people.whyNoPaper.${value}`) }))}
        defaultValue={isDangerous ? 'not_safe' : ''}
      />
      <SelectField
        name="locale"
        label={t('people.receipt.language')}
        options={LOCALE_CHOICES}
        defaultValue={readingLocale(person.languages, locale)}
        required
      />
      <SubmitButton>{t('people.receipt.make')}</SubmitButton>
    </CommandForm>
  );
}

function Sheets({ made }: { made: Made }) {
  const { t } = usePage();
  if (made.token === null)
    return (
      <Notice kind="success" isNews>
        <p>{t('people.receipt.no_paper')}</p>
      </Notice>
    );
  const [first] = made.sheets;
  return (
    <>
      <div className="screen-only">
        <Notice kind="success" title={t('people.receipt.made_title')} isNews>
          <p>{t('people.receipt.made')}</p>
          <ButtonLink to={`/${first?.locale ?? 'ar'}/receipt/${made.token}`}>{t('people.receipt.open')}</ButtonLink>
        </Notice>
      </div>
      {made.sheets.map((words) => (
        <ReceiptSheet key={words.locale} words={words} qrCode={made.qrCode} heading="h2" />
      ))}
    </>
  );
}

/** What the person takes home of a consent: paper that names nobody, or none where it is not safe. */
export default function GiveReceiptPage() {
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<unknown>();
  const { t, href } = usePage();
  const name = person.displayName ?? t('people.card.unnamed');
  return (
    <>
      <div className="screen-only">
        <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
        <PageTitle
          title={t('people.receipt.title')}
          eyebrow={<Bdi>{name}</Bdi>}
          lead={<p>{t('people.receipt.lead')}</p>}
        />
      </div>
      {isMade(answer) ? <Sheets made={answer} /> : <Choice />}
      <p className="actions screen-only after-form">
        <ButtonLink to={href(`/work/people/${person.personId}`)}>{t('people.receipt.back')}</ButtonLink>
      </p>
    </>
  );
}
