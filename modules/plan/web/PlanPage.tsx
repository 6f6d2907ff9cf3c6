import { FigurePair, loadPair, todayOf } from '@qantara/indicators/web';
import { lastDayOf } from '@qantara/indicators/domain';
import { Refusal } from '@qantara/kernel';
import { apiOf, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Plan } from '../contract/index.ts';
import planCss from './plan.css?url';
import { PlanTree } from './PlanTree.tsx';

/** What only the plan needs of style, also on paper. */
export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
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
  return { plan, pair: await loadPair(context, { year: Number(today.slice(0, 4)), reader: 'public' }), today };
}

/** What the region promised, and how far it has come (W6, W13); on paper it is the report. */
export default function PlanPage() {
  const published = useLoaderData<typeof loader>();
  return published === null ? <NoPlan /> : <PublishedPlan {...published} />;
}

function NoPlan() {
  const { t } = usePage();
  return <PageTitle title={t('plan.page.none')} lead={<p>{t('plan.page.none_yet')}</p>} />;
}

function PublishedPlan({ plan, pair, today }: NonNullable<Awaited<ReturnType<typeof loader>>>) {
  const { t, href, text, formats } = usePage();
  const [start, end] = [formats.date(plan.startsOn), formats.date(lastDayOf(plan))];
  return (
    <>
      <PageTitle
        title={text(plan.name).text}
        lead={
          <p>
            <LocalText value={plan.vision} />
          </p>
        }
      />
      <p className="hint">{t('plan.page.period', { start, end })}</p>
      <FigurePair tables={pair} today={today} />
      <p>
        {t('plan.page.judged')} <Link to={href('/plan/indicators')}>{t('plan.page.indicators')}</Link>
      </p>
      <PlanTree items={plan.items} today={today} />
    </>
  );
}
