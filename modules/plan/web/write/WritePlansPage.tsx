import { apiOf, ButtonLink, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { PlanList } from '../PlanList.tsx';

/** What only plans need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** Every plan, published or not. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, planRoutes).listPlans({});
}

/** The plans that are held here, and where a new one begins. */
export default function WritePlansPage() {
  const { plans } = useLoaderData<typeof loader>();
  const { t, can, href } = usePage();
  const mayWrite = can('plan:write');
  const pathOf = (planId: string) => (mayWrite ? `/plan/write/${planId}` : `/plan/manage?planId=${planId}`);
  return (
    <>
      <PageTitle title={t('plan.list.title')} />
      {mayWrite ? (
        <div className="actions">
          <ButtonLink to={href('/plan/write/new')}>{t('plan.write.new')}</ButtonLink>
          <ButtonLink to={href('/plan/write/import')} kind="plain">
            {t('plan.import.title')}
          </ButtonLink>
        </div>
      ) : null}
      <PlanList plans={plans} pathOf={pathOf} />
    </>
  );
}
