import { FigurePair, loadPair, todayOf } from '@qantara/indicators/web';
import { answerForm, apiOf, EmptyState, Notice, PageTitle, searchWith, usePage } from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId, type PlanId, type Progress } from '../contract/index.ts';
import planCss from './plan.css?url';
import { PlanFiles } from './exchange/PlanFiles.tsx';
import { narrowed, planFilterOf } from './plan-filter.ts';
import { PlanBalance } from './PlanBalance.tsx';
import { PlanFilters } from './PlanFilters.tsx';
import { PlanPlace } from './PlanPlace.tsx';
import { PlanTree } from './PlanTree.tsx';
import { ReportProgressForm } from './ReportProgressForm.tsx';

/** What only the plan needs of style, also on paper. */
export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

const askedPlan = (url: string): PlanId | undefined =>
  (new URL(url).searchParams.get('planId') ?? undefined) as PlanId | undefined;

/** The plan with every figure as the records have it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const today = todayOf(context);
  const plan = await apiOf(context, planRoutes).getPlan({ planId: askedPlan(request.url) });
  return { plan, pair: await loadPair(context, { year: Number(today.slice(0, 4)), reader: 'staff' }), today };
}

/** Says how an initiative goes, over the version that was read. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    await apiOf(context, planRoutes).reportProgress(
      {
        itemId: (values.text('itemId') ?? '') as ItemId,
        version: values.text('version') ?? '',
        progress: (values.text('progress') ?? '') as Progress,
        shareDone: values.number('shareDone') ?? null,
      },
      { commandId },
    );
    const { pathname, search } = new URL(request.url);
    const number = values.text('number') ?? '';
    return redirect(`${pathname}${searchWith(search, { saved: number })}#i${number}`);
  });
}

/** The plan for those who lead it: how the work lies, how each goal stands, and where an initiative's progress is said. */
export default function ManagePlanPage() {
  const { plan, pair, today } = useLoaderData<typeof loader>();
  const { t, text, search, can, href } = usePage();
  const query = new URLSearchParams(search);
  const items = narrowed(plan.items, planFilterOf(query));
  const saved = query.get('saved');
  return (
    <>
      <PageTitle title={text(plan.name).text} lead={<p>{t('plan.manage.lead')}</p>} />
      <p>
        <Link to={href('/plan/write')}>{t('plan.manage.all_plans')}</Link>
        {' · '}
        <Link to={href(`/plan/check?planId=${plan.planId}`)}>{t('plan.check.title')}</Link>
        {' · '}
        <Link to={href('/plan/my-nodes')}>{t('plan.mine.title')}</Link>
      </p>
      <PlanPlace plan={plan} pathOf={(planId) => `/plan/manage?planId=${planId}`} />
      <PlanFiles planId={plan.planId} base="/plan/manage" />
      {saved === null ? null : (
        <Notice kind="success" isNews>
          <p>{t('plan.report.saved', { number: saved })}</p>
        </Notice>
      )}
      <FigurePair tables={pair} today={today} />
      <h2>{t('plan.balance.title')}</h2>
      <PlanBalance items={plan.items} />
      <PlanFilters items={plan.items} />
      {items.length === 0 ? <EmptyState title={t('plan.filter.nothing')} /> : null}
      <PlanTree
        plan={plan}
        pathOf={(planId) => `/plan/manage?planId=${planId}`}
        items={items}
        today={today}
        {...(can('plan:write') && { afterInitiative: (item) => <ReportProgressForm item={item} /> })}
      />
    </>
  );
}
