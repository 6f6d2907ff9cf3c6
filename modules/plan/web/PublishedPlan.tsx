import { lastDayOf } from '@qantara/indicators/domain';
import { LocalText, PageTitle, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MeasureYears, Plan } from '../contract/index.ts';
import { PlanFiles } from './exchange/PlanFiles.tsx';
import { PlanPlace } from './PlanPlace.tsx';
import { PlanTree } from './PlanTree.tsx';
import { SiteNav } from './site/SiteNav.tsx';

type PublishedPlanProps = {
  plan: Plan;
  today: string;
  years: readonly MeasureYears[];
  /** The address under which its nodes have pages of their own. */
  base: string;
  children?: ReactNode;
};

/** A plan as everyone reads it: what was promised, how far it has come, and the plans above and below it. */
export function PublishedPlan({ plan, today, years, base, children }: PublishedPlanProps) {
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
      <p className="hint">
        {t('plan.page.period', { start, end })}
        {plan.adoptedOn === null ? null : ` ${t('plan.page.adopted', { day: formats.date(plan.adoptedOn) })}`}
      </p>
      <SiteNav planId={plan.planId} />
      <PlanPlace plan={plan} pathOf={(planId) => `/plans/${planId}`} />
      {children}
      <p>
        {t('plan.page.judged')} <Link to={href('/plan/indicators')}>{t('plan.page.indicators')}</Link>
      </p>
      <PlanTree
        plan={plan}
        items={plan.items}
        today={today}
        years={years}
        pathOf={(planId) => `/plans/${planId}`}
        nodePathOf={(number) => `${base}/nodes/${number}`}
      />
      <PlanFiles planId={plan.planId} base="/plans" />
    </>
  );
}
