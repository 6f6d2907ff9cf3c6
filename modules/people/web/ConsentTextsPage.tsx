import { LOCALES, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  LocalizedTextField,
  NumberField,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
  type StatusTone,
  FormDetails,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ConsentPurpose, peopleRoutes, type ConsentText, type ConsentTextState } from '../contract/index.ts';
import consentCss from './consent/consent.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

/** Every version of every text, and from which age somebody decides alone. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'consent_text:write');
  return apiOf(context, peopleRoutes).listConsentTexts({});
}

/** Writes the next version, publishes it, or sets the age of majority. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, peopleRoutes);
    const input = values.toObject();
    const steps: Record<string, () => Promise<unknown>> = {
      draft: () => api.draftConsentText(input as InputOf<typeof peopleRoutes.draftConsentText>, { commandId }),
      publish: () => api.publishConsentText(input as InputOf<typeof peopleRoutes.publishConsentText>, { commandId }),
      majority: () => api.setAgeOfMajority(input as InputOf<typeof peopleRoutes.setAgeOfMajority>, { commandId }),
    };
    await steps[values.text('intent') ?? '']?.();
    return redirect(`/${params['locale']}/work/consent-texts`);
  });
}

const TONES: Record<ConsentTextState, StatusTone> = { drafted: 'waiting', published: 'active', superseded: 'neutral' };

function Versions({ texts }: { texts: ConsentText[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<ConsentText>
      caption={t('people.text.versions')}
      rows={texts}
      keyOf={({ number }) => String(number)}
      columns={[
        {
          key: 'number',
          heading: t('people.text.number'),
          cell: ({ purpose, number, state }) =>
            state === 'drafted' ? (
              t('people.text.version', { number: String(number) })
            ) : (
              <Link to={href(`/consent-texts/${purpose}/${number}`)}>
                {t('people.text.version', { number: String(number) })}
              </Link>
            ),
        },
        {
          key: 'state',
          heading: t('people.text.state'),
          cell: ({ state }) => <StatusBadge tone={TONES[state]} label={t(`people.textState.${state}`)} />,
        },
        {
          key: 'published',
          heading: t('people.text.published'),
          cell: ({ publishedAt }) => (publishedAt === null ? '–' : <DateText value={publishedAt} />),
        },
      ]}
    />
  );
}

const isWhole = ({ words }: ConsentText): boolean => LOCALES.every((locale) => (words[locale] ?? '') !== '');

function Publish({ draft }: { draft: ConsentText }) {
  const { t } = usePage();
  if (!isWhole(draft)) return null;
  return (
    <ConfirmDialog label={t('people.text.publish')} title={t('people.text.publish_title')}>
      <CommandForm id={`publish-${draft.purpose}`}>
        <p>{t('people.text.publish_text')}</p>
        <input type="hidden" name="purpose" value={draft.purpose} />
        <input type="hidden" name="number" value={draft.number} />
        <input type="hidden" name="version" value={draft.version} />
        <SubmitButton intent="publish">{t('people.text.publish')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function OnePurpose({ purpose, texts }: { purpose: ConsentPurpose; texts: ConsentText[] }) {
  const { t } = usePage();
  const draft = texts.find(({ state }) => state === 'drafted');
  const current = texts.find(({ state }) => state === 'published');
  return (
    <section aria-labelledby={`texts-${purpose}`}>
      <h2 id={`texts-${purpose}`}>{t(`people.purpose.${purpose}`)}</h2>
      <Versions texts={texts} />
      <FormDetails className="more-choices" open={draft !== undefined}>
        <summary>{t(draft === undefined ? 'people.text.begin' : 'people.text.go_on')}</summary>
        {draft === undefined || isWhole(draft) ? null : <p className="hint">{t('people.text.not_whole')}</p>}
        <CommandForm id={`draft-${purpose}`}>
          <input type="hidden" name="purpose" value={purpose} />
          <input type="hidden" name="version" value={draft?.version ?? 0} />
          <LocalizedTextField
            name="words"
            label={t('people.text.words')}
            hint={t('people.text.words_hint')}
            defaultValue={(draft ?? current)?.words ?? null}
            rows={8}
          />
          <SubmitButton intent="draft">{t('people.text.save')}</SubmitButton>
        </CommandForm>
        {draft === undefined ? null : <Publish draft={draft} />}
      </FormDetails>
    </section>
  );
}

/** What is read to people before they agree: every version, and the next one while it is written. */
export default function ConsentTextsPage() {
  const { texts, ageOfMajority } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('people.text.title')} lead={<p>{t('people.text.lead')}</p>} />
      {ConsentPurpose.options.map((purpose) => (
        <OnePurpose key={purpose} purpose={purpose} texts={texts.filter((one) => one.purpose === purpose)} />
      ))}
      <section aria-labelledby="majority">
        <h2 id="majority">{t('people.majority.title')}</h2>
        <CommandForm id="majority-form">
          <NumberField
            name="ageOfMajority"
            label={t('people.field.ageOfMajority')}
            hint={t('people.majority.hint')}
            defaultValue={ageOfMajority}
            required
          />
          <SubmitButton intent="majority" kind="plain">
            {t('people.majority.save')}
          </SubmitButton>
        </CommandForm>
      </section>
    </>
  );
}
