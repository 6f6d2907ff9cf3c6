import { todayOf } from '@qantara/indicators/web';
import { apiOf, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import siteCss from './site.css?url';
import { SiteNav } from './SiteNav.tsx';
import { LeadTable } from './LeadTable.tsx';
import { chaptersOf, yearAsked, yearsOf } from './report-of.ts';
import reportCss from './report.css?url';
import { chapterId, ReportChapter, ReportContents, ReportCover, ReportFigures, ReportYears } from './ReportParts.tsx';

/** The plan's own style and that of its pages, and that of a printed report after them. */
export function links() {
  return [planCss, siteCss, reportCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** A published plan, and the year that it is to be told of: where none or an impossible one is asked, the newest. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  const plan = await apiOf(context, planRoutes).getPublicPlan({ planId });
  const today = todayOf(context);
  const years = yearsOf(plan, today);
  return { plan, today, years, year: yearAsked(years, new URL(request.url).searchParams.get('year')) };
}

/** The annual report of a plan: to read, to print, to lay before a council. */
export default function ReportPage() {
  const { plan, today, years, year } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const chapters = chaptersOf(plan.items);
  return (
    <article className="annual">
      <ReportCover plan={plan} year={year} today={today} />
      <div className="annual-ways">
        <SiteNav planId={plan.planId} />
        <p>{t('plan.annual.how_to_print')}</p>
      </div>
      <ReportYears plan={plan} years={years} year={year} />
      <ReportContents chapters={chapters} />
      {chapters.map((chapter) => (
        <ReportChapter key={chapterId(chapter)} chapter={chapter} year={year} today={today} />
      ))}
      <section className="annual-part" aria-labelledby="leads">
        <h2 id="leads">{t('plan.annual.leads')}</h2>
        <LeadTable items={plan.items} today={today} />
      </section>
      <ReportFigures />
    </article>
  );
}
