import { Refusal } from '@qantara/kernel';
import { PartnerStep } from '@qantara/referrals/contract';
import { ReferredPersonFacts, StatusOfReferral, StepForm, stepLinks, stepOf } from '@qantara/referrals/web';
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
  usePage,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { partnerlinksRoutes, type AskedOfPartner, type LinkedReferral } from '../contract/index.ts';
import { AskForm } from './AskForm.tsx';
import { QuestionList } from './QuestionList.tsx';

export const links = stepLinks;

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

function isOpened(value: unknown): value is Opened {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'opened';
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
    const answered = { token, step: PartnerStep.parse(intent), ...stepOf(values) };
    return { kind: 'opened', linked: await api.answerByLink(answered, { commandId }) };
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

/** Before they say yes a link opens what was asked and answered; who it is for, afterwards. */
function OpenForm({ asked }: { asked: AskedOfPartner }) {
  const { t } = usePage();
  const isAsked = asked.status === 'requested';
  return (
    <>
      {isAsked ? <p className="hint">{t('partnerlinks.page.who_after_yes')}</p> : null}
      {isAsked && asked.questionCount === 0 ? null : (
        <CommandForm id="open">
          <SubmitButton intent="open" kind={isAsked ? 'plain' : 'action'}>
            {t(isAsked ? 'partnerlinks.page.read' : 'partnerlinks.page.open')}
          </SubmitButton>
        </CommandForm>
      )}
    </>
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
      <AskForm id="ask-about" label={t('partnerlinks.page.ask')} hint={t('partnerlinks.page.ask_hint')} />
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
