import { FigurePair, loadPair, todayOf } from '@qantara/indicators/web';
import { Refusal } from '@qantara/kernel';
import { apiOf, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Plan } from '../contract/index.ts';
import planCss from './plan.css?url';
import siteCss from './site/site.css?url';
import { PublishedPlan } from './PublishedPlan.tsx';

/** What only the plan needs of style, also on paper. */
export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** A region that has published no plan yet is no broken link: its menu leads here. */
async function findPublicPlan(context: LoaderFunctionArgs['context']): Promise<Plan | null> {
  try {
    return await apiOf(context, planRoutes).getPublicPlan({});
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'plan_not_found') return null;
    throw fault;
  }
}

/** The published plan with its figures as anyone may see them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const today = todayOf(context);
  const plan = await findPublicPlan(context);
  if (plan === null) return null;
  const api = apiOf(context, planRoutes);
  const [{ plans }, { measures: years }, pair] = await Promise.all([
    api.listPublicPlans({}),
    api.listMeasureYears({ planId: plan.planId }),
    loadPair(context, { year: Number(today.slice(0, 4)), reader: 'public' }),
  ]);
  return { plan, years, hasOthers: plans.length > 1, pair, today };
}

/** What the region promised, and how far it has come (W6, W13); on paper it is the report. */
export default function PlanPage() {
  const published = useLoaderData<typeof loader>();
  if (published === null) return <NoPlan />;
  const { pair, plan, years, today, hasOthers } = published;
  return (
    <PublishedPlan plan={plan} today={today} years={years} base="/plan">
      <FigurePair tables={pair} today={today} />
      {hasOthers ? <OtherPlans /> : null}
    </PublishedPlan>
  );
}

function NoPlan() {
  const { t } = usePage();
  return <PageTitle title={t('plan.page.none')} lead={<p>{t('plan.page.none_yet')}</p>} />;
}

function OtherPlans() {
  const { t, href } = usePage();
  return (
    <p>
      <Link to={href('/plans')}>{t('plan.page.all_plans')}</Link>
    </p>
  );
}
