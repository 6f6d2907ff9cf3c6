import { todayOf } from '@qantara/indicators/web';
import { apiOf } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import siteCss from './site.css?url';
import { PublishedPlan } from '../PublishedPlan.tsx';

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** One published plan, with its figures as anyone may see them. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  const api = apiOf(context, planRoutes);
  const [plan, { measures: years }] = await Promise.all([
    api.getPublicPlan({ planId }),
    api.listMeasureYears({ planId }),
  ]);
  return { plan, years, today: todayOf(context) };
}

/** A plan of any level of territory, as everyone reads it. */
export default function OnePlanPage() {
  const { plan, years, today } = useLoaderData<typeof loader>();
  return <PublishedPlan plan={plan} today={today} years={years} base={`/plans/${plan.planId}`} />;
}
