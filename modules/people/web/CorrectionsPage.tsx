import { needPermission, RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DateText,
  DescriptionList,
  EmptyState,
  PageTitle,
  SubmitButton,
  TextArea,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type CorrectionId, type CorrectionRequest, type PersonId } from '../contract/index.ts';
import consentCss from './consent/consent.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

/** What people whom this organisation looks after say is wrong. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:write');
  return apiOf(context, peopleRoutes).listCorrections({});
}

/** Writes it, or says why not. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, peopleRoutes);
    const of = {
      personId: (values.text('personId') ?? '') as PersonId,
      correctionId: (values.text('correctionId') ?? '') as CorrectionId,
    };
    if (values.text('intent') === 'accept') await api.acceptCorrection(of, { commandId });
    else await api.declineCorrection({ ...of, declineReason: values.text('declineReason') ?? '' }, { commandId });
    return redirect(`/${params['locale']}/work/corrections`);
  });
}

/** A name and a birth are written by the press of a button; of the rest somebody must judge. */
const BY_ITSELF = ['name', 'birth'];

type Waiting = CorrectionRequest & { displayName: string | null };

function Decide({ one }: { one: Waiting }) {
  const { t, href } = usePage();
  const hidden = (
    <>
      <input type="hidden" name="personId" value={one.personId} />
      <input type="hidden" name="correctionId" value={one.correctionId} />
    </>
  );
  return (
    <>
      {BY_ITSELF.includes(one.field) ? null : (
        <p>
          {t('people.correction.by_hand')}{' '}
          <ButtonLink to={href(`/work/people/${one.personId}/edit`)}>{t('people.correction.to_record')}</ButtonLink>
        </p>
      )}
      <CommandForm id={`accept-${one.correctionId}`}>
        {hidden}
        <SubmitButton intent="accept">{t('people.correction.accept')}</SubmitButton>
      </CommandForm>
      <FormDetails className="more-choices">
        <summary>{t('people.correction.decline')}</summary>
        <CommandForm id={`decline-${one.correctionId}`}>
          {hidden}
          <TextArea
            name="declineReason"
            label={t('people.field.declineReason')}
            hint={t('people.correction.decline_hint')}
            rows={2}
            maxLength={500}
            required
          />
          <SubmitButton intent="decline" kind="plain">
            {t('people.correction.decline')}
          </SubmitButton>
        </CommandForm>
      </FormDetails>
    </>
  );
}

function Item({ one }: { one: Waiting }) {
  const { t } = usePage();
  return (
    <li>
      <h2>
        <Bdi>{one.displayName ?? t('people.card.unnamed')}</Bdi>
      </h2>
      <DescriptionList
        dense
        items={[
          { label: t('people.field.field'), value: t(`people.correctionField.${one.field}`) },
          { label: t('people.field.whatIsWrong'), value: <Bdi>{one.whatIsWrong}</Bdi> },
          { label: t('people.field.whatIsRight'), value: <Bdi>{one.whatIsRight}</Bdi> },
          { label: t('people.correction.asked'), value: <DateText value={one.askedAt} /> },
        ]}
      />
      <Decide one={one} />
    </li>
  );
}

/** Corrections that people asked for by their own page, oldest first. */
export default function CorrectionsPage() {
  const { corrections } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const shownForms = corrections.flatMap(({ correctionId }) => [`accept-${correctionId}`, `decline-${correctionId}`]);
  return (
    <>
      <PageTitle title={t('people.correction.title')} lead={<p>{t('people.correction.lead')}</p>} />
      <RefusalNotice title={t('people.correction.not_done')} shownForms={shownForms} />
      {corrections.length === 0 ? (
        <EmptyState title={t('people.correction.none')} />
      ) : (
        <ul className="tasks">
          {corrections.map((one) => (
            <Item key={one.correctionId} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}
