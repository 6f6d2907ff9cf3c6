import { todayOf } from '@qantara/indicators/web';
import { apiOf } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { PublishedPlan } from '../PublishedPlan.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** One published plan, with its figures as anyone may see them. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  return { plan: await apiOf(context, planRoutes).getPublicPlan({ planId }), today: todayOf(context) };
}

/** A plan of any level of territory, as everyone reads it. */
export default function OnePlanPage() {
  const { plan, today } = useLoaderData<typeof loader>();
  return <PublishedPlan plan={plan} today={today} base={`/plans/${plan.planId}`} />;
}
