import { directoryRoutes } from '@qantara/directory/contract';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateField,
  DateText,
  DescriptionList,
  PageTitle,
  StatusBadge,
  SubmitButton,
  Timeline,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes, type CarePlan } from '../../contract/index.ts';
import workCss from '../work.css?url';
import { changePlan } from './change-plan.ts';
import { AddGoal, Goals } from './GoalList.tsx';
import { LeadForm } from './LeadForm.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

/** The plan of one person, or what it takes to begin one. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'referral:send');
  const personId = params['personId'] ?? '';
  const shown = await apiOf(context, referralsRoutes).getCarePlan({ personId });
  return { ...shown, personId, ...(await apiOf(context, directoryRoutes).listNeeds({})) };
}

/** Changes the plan by the button that was pressed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = params['personId'] ?? '';
    await changePlan(apiOf(context, referralsRoutes), { personId, values, commandId });
    return redirect(`/${params['locale']}/work/people/${personId}/plan`);
  });
}

function ReviewForm({ id, intent, version }: { id: string; intent: string; version?: number }) {
  const { t } = usePage();
  return (
    <CommandForm id={id}>
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <DateField name="nextReviewOn" label={t('referrals.field.nextReviewOn')} required />
      <SubmitButton intent={intent}>{t(`referrals.plan.${intent}`)}</SubmitButton>
    </CommandForm>
  );
}

function Facts({ plan }: { plan: CarePlan }) {
  const { t } = usePage();
  return (
    <DescriptionList
      dense
      items={[
        { label: t('referrals.plan.lead'), value: plan.leadName ?? t('ui.data.missing') },
        {
          label: t('referrals.field.nextReviewOn'),
          value: (
            <>
              <DateText value={plan.nextReviewOn} />{' '}
              {plan.isReviewDue ? <StatusBadge tone="attention" label={t('referrals.plan.review_due')} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Story({ plan }: { plan: CarePlan }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('referrals.open.story')}</h2>
      <Timeline
        label={t('referrals.open.story')}
        entries={plan.history.map(({ at, kind, leadName, reasonCode }, index) => ({
          key: `${at} ${index}`,
          at,
          title: t(`referrals.plan_entry.${kind}`),
          by: leadName ?? t('ui.data.missing'),
          body: reasonCode === null ? undefined : <p>{t(`referrals.reason.${reasonCode}`)}</p>,
        }))}
      />
    </section>
  );
}

/** Several needs of one person on one page: what is to come of each, what waits, who leads, and when somebody looks again. */
export default function CarePlanPage() {
  const { plan, mayStart, colleagues, personId, needs } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${personId}`, label: t('referrals.plan.person') }]} />
      <PageTitle title={t('referrals.plan.title')} lead={<p>{t('referrals.plan.lead_text')}</p>} />
      {plan === null ? (
        <p>{t(mayStart ? 'referrals.plan.none' : 'referrals.plan.elsewhere')}</p>
      ) : (
        <>
          <Facts plan={plan} />
          <Goals goals={plan.goals} />
          <AddGoal needs={needs} />
          <h2>{t('referrals.plan.review')}</h2>
          <ReviewForm id="review" intent="review" version={plan.version} />
          <LeadForm plan={plan} colleagues={colleagues} />
          <Story plan={plan} />
        </>
      )}
      {mayStart ? <ReviewForm id="start" intent="start" /> : null}
    </>
  );
}
