import { answerForm, apiOf, Breadcrumbs, ButtonLink, PageTitle, usePage } from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import type { Plan, PlanId } from '../../contract/index.ts';
import { planRoutes } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { PlanPlace } from '../PlanPlace.tsx';
import { loadPlan } from './load-choices.ts';
import { PlanSteps } from './PlanSteps.tsx';
import { takeStep } from './take-step.ts';
import { WrittenTree } from './WrittenTree.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** The plan, whole. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return { plan: await loadPlan(context, params) };
}

/** Publishes, adopts, archives, or begins the next version. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const planId = (params['planId'] ?? '') as PlanId;
    const after = await takeStep(apiOf(context, planRoutes), values, { planId, commandId });
    return redirect(`/${params['locale']}/plan/write/${after}`);
  });
}

function Ways({ plan }: { plan: Plan }) {
  const { t, href } = usePage();
  const base = `/plan/write/${plan.planId}`;
  return (
    <ul className="plan-ways">
      <li>
        <Link to={href(`/plan/manage?planId=${plan.planId}`)}>{t('plan.write.see')}</Link>
      </li>
      <li>
        <Link to={href(`/plan/check?planId=${plan.planId}`)}>{t('plan.check.title')}</Link>
      </li>
      <li>
        <Link to={href(`${base}/consultations`)}>{t('plan.consultations.title')}</Link>
      </li>
      {plan.state === 'archived' ? null : (
        <>
          <li>
            <Link to={href(`${base}/edit`)}>{t('plan.write.facts')}</Link>
          </li>
          <li>
            <Link to={href(`${base}/levels`)}>{t('plan.write.levels')}</Link>
          </li>
        </>
      )}
    </ul>
  );
}

/** Where a plan is written: its nodes, its levels, and the steps of its life. */
export default function WritePlanPage() {
  const { plan } = useLoaderData<typeof loader>();
  const { t, text, href } = usePage();
  const isOpen = plan.state !== 'archived';
  return (
    <>
      <Breadcrumbs items={[{ path: '/plan/write', label: t('plan.list.title') }]} />
      <PageTitle title={text(plan.name).text} lead={<p>{t(`plan.write.state.${plan.state}`)}</p>} />
      <PlanPlace plan={plan} pathOf={(planId) => `/plan/write/${planId}`} />
      <Ways plan={plan} />
      <h2>{t('plan.write.nodes')}</h2>
      {isOpen ? (
        <ButtonLink to={href(`/plan/write/${plan.planId}/items/new`)}>{t('plan.write.add_item')}</ButtonLink>
      ) : null}
      <WrittenTree plan={plan} parentItemId={null} />
      <h2>{t('plan.write.life')}</h2>
      <PlanSteps plan={plan} />
    </>
  );
}
