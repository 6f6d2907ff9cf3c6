import { apiOf, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../contract/index.ts';
import planCss from './plan.css?url';
import { PlanList } from './PlanList.tsx';

/** What only plans need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** Every plan that is published. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, planRoutes).listPublicPlans({});
}

/** The published plans, from the nation to the neighbourhood. */
export default function PlansPage() {
  const { plans } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('plan.list.title')} lead={<p>{t('plan.list.lead')}</p>} />
      <PlanList plans={plans} pathOf={(planId) => `/plans/${planId}`} />
    </>
  );
}
