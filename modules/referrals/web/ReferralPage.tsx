import { textIn, type LocalizedText } from '@qantara/kernel';
import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  StatusBadge,
  Timeline,
  usePage,
  type Fact,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes, type ReferralStep, type OpenReferral, type ReferralId } from '../contract/index.ts';
import { ReferredPersonFacts } from './ReferredPersonFacts.tsx';
import { ChainStory } from './onward/ChainStory.tsx';
import { PassOnLink } from './onward/PassOnLink.tsx';
import { RequesterSteps } from './steps/RequesterSteps.tsx';
import { SaidOfHelp } from './own/SaidOfHelp.tsx';
import { StatusOfReferral } from './StatusOfReferral.tsx';
import { StepForm } from './steps/StepForm.tsx';
import { actOnReferral } from './steps/act-on-referral.ts';
import { WaitingFacts } from './waiting/WaitingFacts.tsx';
import { WhyThisDate } from './deadlines/WhyThisDate.tsx';
import { stepLinks } from './steps/step-links.ts';
import workCss from './work.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }, ...stepLinks()];
}

/** The referral, if it is ours. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const referralId = (params['referralId'] ?? '') as ReferralId;
  const open = await apiOf(context, referralsRoutes).getReferral({ referralId });
  const { dueAt } = open.referral;
  return { open, isOverdue: dueAt !== null && new Date(dueAt) < new Date() };
}

/** Takes one step over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const referralId = (params['referralId'] ?? '') as ReferralId;
    const api = apiOf(context, referralsRoutes);
    await actOnReferral(api, { referralId, values, commandId });
    return redirect(`/${params['locale']}/work/referrals/${referralId}`);
  });
}

function Facts({ open }: { open: OpenReferral }) {
  const { t } = usePage();
  const { referral } = open;
  const name = (value: LocalizedText | null) =>
    value === null ? t('referrals.open.nobody_yet') : <LocalText value={value} quiet />;
  const more: (Fact | null)[] = [
    referral.reasonCode === null
      ? null
      : { label: t('referrals.open.reason'), value: t(`referrals.reason.${referral.reasonCode}`) },
    referral.outcomeCode === null
      ? null
      : { label: t('referrals.open.outcome'), value: t(`referrals.outcome.${referral.outcomeCode}`) },
    referral.confirmation === null
      ? null
      : { label: t('referrals.open.confirmation'), value: t(`referrals.confirmation.${referral.confirmation}`) },
    referral.note === null ? null : { label: t('referrals.open.note'), value: <Bdi>{referral.note}</Bdi> },
  ];
  return (
    <section>
      <h2>{t('referrals.open.facts')}</h2>
      <DescriptionList
        dense
        items={[
          { label: t('referrals.open.service'), value: name(open.serviceName) },
          { label: t('referrals.open.organisation'), value: name(open.organisationName) },
          { label: t('referrals.open.from'), value: name(open.fromOrganisationName) },
          { label: t('referrals.open.priority'), value: t(`referrals.priority.${referral.priority}`) },
          { label: t('referrals.open.sent'), value: referral.sentAt && <DateText value={referral.sentAt} /> },
          ...(referral.dueAt === null
            ? []
            : [{ label: t('referrals.open.due'), value: <DateText value={referral.dueAt} style="dateTime" /> }]),
          ...more.filter((fact) => fact !== null),
        ]}
      />
      {open.why === null ? null : <WhyThisDate why={open.why} />}
    </section>
  );
}

function Story({ history }: { history: OpenReferral['history'] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('referrals.open.story')}</h2>
      <Timeline
        label={t('referrals.open.story')}
        entries={history.toReversed().map((entry) => ({
          key: `${entry.at} ${entry.step}`,
          at: entry.at,
          title: t(`referrals.story.${entry.step}`),
          by:
            entry.organisationName === null ? (
              t(entry.side === 'system' ? 'referrals.open.by_system' : 'referrals.open.by_person')
            ) : (
              <>
                <LocalText value={entry.organisationName} quiet />
                {entry.how === 'account' ? null : ` · ${t(`referrals.how.${entry.how}`)}`}
              </>
            ),
          body:
            entry.reasonCode === null && entry.note === null ? undefined : (
              <p>
                {entry.reasonCode === null ? null : t(`referrals.reason.${entry.reasonCode}`)}
                {entry.reasonCode !== null && entry.note !== null ? ' · ' : null}
                {entry.note === null ? null : <Bdi>{entry.note}</Bdi>}
              </p>
            ),
        }))}
      />
    </section>
  );
}

/** The steps that bring help nearer; the first of these that can be taken stands open. */
const ONWARD: readonly ReferralStep[] = ['accept', 'start', 'resume', 'complete'];

function Steps({ open }: { open: OpenReferral }) {
  const { t } = usePage();
  const next = open.may.find((step) => ONWARD.includes(step));
  return (
    <section>
      <h2>{t('referrals.open.steps')}</h2>
      {open.may.length === 0 ? <p>{t('referrals.open.no_steps')}</p> : null}
      {open.may.map((step) => (
        <StepForm key={step} step={step} version={open.referral.version} isNext={step === next} />
      ))}
      <RequesterSteps open={open} />
      <PassOnLink open={open} />
    </section>
  );
}

/** One referral: where it stands, who it is for as far as consent lets one know, its story, and the steps that are ours. */
export default function ReferralPage() {
  const { open, isOverdue } = useLoaderData<typeof loader>();
  const { t, locale, href, can } = usePage();
  const { referral } = open;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work', label: t('referrals.work.title') }]} />
      <PageTitle
        title={t('referrals.open.title', { need: textIn(open.needName, locale).text })}
        lead={
          <p className="actions">
            <StatusOfReferral status={referral.status} />
            {isOverdue ? <StatusBadge tone="attention" label={t('referrals.work.overdue')} /> : null}
          </p>
        }
      >
        {can('referral:send') && referral.organisationId !== null ? (
          <ButtonLink to={href(`/work/referrals/${referral.referralId}/links`)}>{t('referrals.open.links')}</ButtonLink>
        ) : null}
      </PageTitle>
      <RefusalNotice
        title={t('referrals.open.changed_title')}
        shownForms={['turn-open', 'leave-onward', 'leave-list', ...open.may.map((step) => `step-${step}`)]}
      />
      <div className="two-sides">
        <div>
          <Steps open={open} />
          <Facts open={open} />
          <SaidOfHelp said={open.said} />
        </div>
        <div>
          <ReferredPersonFacts person={open.person} personId={referral.personId} />
          {open.waiting === null || open.side !== 'requester' ? null : (
            <WaitingFacts waiting={open.waiting} referralId={referral.referralId} />
          )}
          <ChainStory open={open} />
          <Story history={open.history} />
        </div>
      </div>
    </>
  );
}
