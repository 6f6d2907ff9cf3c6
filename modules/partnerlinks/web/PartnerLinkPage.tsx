import { Refusal, type InputOf } from '@qantara/kernel';
import { ReferralStep } from '@qantara/referrals/contract';
import { ReferredPersonFacts, StatusOfReferral, StepForm } from '@qantara/referrals/web';
import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  TextArea,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { partnerlinksRoutes, type AskedOfPartner, type LinkedReferral } from '../contract/index.ts';
import partnerCss from './partner.css?url';
import { QuestionList } from './QuestionList.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: partnerCss }];
}

/** What a link is about, or nothing where it is no longer valid. Reading it opens nothing. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    return { asked: await apiOf(context, partnerlinksRoutes).lookAtLink({ token: params['token'] ?? '' }) };
  } catch (fault) {
    if (fault instanceof Refusal && fault.code !== 'too_many_requests') return { asked: null };
    throw fault;
  }
}

type Opened = { kind: 'opened'; linked: LinkedReferral };
type Answer = InputOf<typeof partnerlinksRoutes.answerByLink>;

function isOpened(value: unknown): value is Opened {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'opened';
}

function answerOf(values: FormValues, token: string, step: Answer['step']): Answer {
  return {
    token,
    step,
    version: values.text('version') ?? '',
    reasonCode: (values.text('reasonCode') ?? null) as NonNullable<Answer['reasonCode']> | null,
    outcomeCode: (values.text('outcomeCode') ?? null) as NonNullable<Answer['outcomeCode']> | null,
    note: values.text('note') ?? '',
  };
}

/** Opens the link, takes a step or asks; each answers with the referral as it then is. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const api = apiOf(context, partnerlinksRoutes);
  return answerForm(request, async (values, commandId): Promise<Opened> => {
    const intent = values.text('intent');
    if (intent === 'open') return { kind: 'opened', linked: await api.openLink({ token }, { commandId }) };
    if (intent === 'ask')
      return {
        kind: 'opened',
        linked: await api.askByLink({ token, words: values.text('words') ?? '' }, { commandId }),
      };
    const step = ReferralStep.exclude(['send', 'cancel', 'void']).parse(intent);
    return { kind: 'opened', linked: await api.answerByLink(answerOf(values, token, step), { commandId }) };
  });
}

function Facts({ asked }: { asked: AskedOfPartner }) {
  const { t } = usePage();
  return (
    <DescriptionList
      items={[
        { label: t('partnerlinks.page.need'), value: <LocalText value={asked.needName} quiet /> },
        { label: t('partnerlinks.page.service'), value: <LocalText value={asked.serviceName} quiet /> },
        { label: t('partnerlinks.page.from'), value: <LocalText value={asked.fromOrganisationName} quiet /> },
        { label: t('partnerlinks.page.priority'), value: t(`referrals.priority.${asked.priority}`) },
        { label: t('partnerlinks.page.status'), value: <StatusOfReferral status={asked.status} /> },
        ...(asked.dueAt === null
          ? []
          : [{ label: t('partnerlinks.page.due'), value: <DateText value={asked.dueAt} style="dateTime" /> }]),
        { label: t('partnerlinks.page.mark'), value: <Bdi>{asked.mark}</Bdi> },
      ]}
    />
  );
}

function NotValid() {
  const { t } = usePage();
  return <PageTitle title={t('partnerlinks.page.gone')} lead={<p>{t('partnerlinks.page.gone_text')}</p>} />;
}

function AskForm() {
  const { t } = usePage();
  return (
    <CommandForm id="ask-about">
      <TextArea
        name="words"
        label={t('partnerlinks.page.ask')}
        hint={t('partnerlinks.page.ask_hint')}
        rows={2}
        maxLength={2000}
        required
      />
      <SubmitButton intent="ask" kind="plain">
        {t('partnerlinks.page.send_question')}
      </SubmitButton>
    </CommandForm>
  );
}

function Opened({ linked }: { linked: LinkedReferral }) {
  return (
    <>
      {linked.person === null ? null : <ReferredPersonFacts person={linked.person} personId={null} />}
      {linked.note === null ? null : (
        <Notice>
          <p dir="auto">{linked.note}</p>
        </Notice>
      )}
      <QuestionList questions={linked.questions} own="target" />
    </>
  );
}

function OpenForm({ asked }: { asked: AskedOfPartner }) {
  const { t } = usePage();
  if (asked.status === 'requested') return <p className="hint">{t('partnerlinks.page.who_after_yes')}</p>;
  return (
    <CommandForm id="open">
      <SubmitButton intent="open">{t('partnerlinks.page.open')}</SubmitButton>
    </CommandForm>
  );
}

function Work({ asked, linked }: { asked: AskedOfPartner; linked: LinkedReferral | null }) {
  const { t } = usePage();
  if (asked.may.length === 0)
    return (
      <Notice kind="success">
        <p>{t('partnerlinks.page.over')}</p>
      </Notice>
    );
  return (
    <>
      {linked === null ? <OpenForm asked={asked} /> : <Opened linked={linked} />}
      {asked.may.map((step, at) => (
        <StepForm key={step} step={step} version={asked.version} isNext={at === 0} />
      ))}
      <AskForm />
    </>
  );
}

/** One referral for a partner without an account: what is asked, yes or no, and what was done. Works without script. */
export default function PartnerLinkPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<unknown>();
  const { t } = usePage();
  const linked = isOpened(answer) ? answer.linked : null;
  const asked = linked ?? loaded.asked;
  if (asked === null) return <NotValid />;
  return (
    <>
      <PageTitle
        title={t('partnerlinks.page.title')}
        eyebrow={<LocalText value={asked.organisationName} quiet />}
        lead={<p>{t('partnerlinks.page.lead')}</p>}
      />
      <Facts asked={asked} />
      <Work asked={asked} linked={linked} />
    </>
  );
}
