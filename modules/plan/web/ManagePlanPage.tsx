import { FigurePair, loadPair, todayOf } from '@qantara/indicators/web';
import { answerForm, apiOf, EmptyState, Notice, PageTitle, searchWith, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId, type Progress } from '../contract/index.ts';
import planCss from './plan.css?url';
import { narrowed, planFilterOf } from './plan-filter.ts';
import { PlanBalance } from './PlanBalance.tsx';
import { PlanFilters } from './PlanFilters.tsx';
import { PlanTree } from './PlanTree.tsx';
import { ReportProgressForm } from './ReportProgressForm.tsx';

/** What only the plan needs of style, also on paper. */
export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** The plan with every figure as the records have it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const today = todayOf(context);
  const plan = await apiOf(context, planRoutes).getPlan({});
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
  const { t, text, search, can } = usePage();
  const query = new URLSearchParams(search);
  const items = narrowed(plan.items, planFilterOf(query));
  const saved = query.get('saved');
  return (
    <>
      <PageTitle title={text(plan.name).text} lead={<p>{t('plan.manage.lead')}</p>} />
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
        items={items}
        today={today}
        {...(can('plan:write') && { afterInitiative: (item) => <ReportProgressForm item={item} /> })}
      />
    </>
  );
}
