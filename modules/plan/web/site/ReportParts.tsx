import { lastDayOf } from '@qantara/indicators/domain';
import { LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Plan } from '../../contract/index.ts';
import { AimTable, type ReportTime } from './AimTable.tsx';
import type { Chapter } from './report-of.ts';
import { WorkTables } from './WorkTables.tsx';

/** The address of a part on the page; numbers of nodes are of a form that an address can hold. */
export function chapterId({ top }: Chapter): string {
  return top === null ? 'part-other' : `part-${top.number}`;
}

function ChapterName({ top }: Chapter) {
  const { t } = usePage();
  if (top === null) return <>{t('plan.annual.other_work')}</>;
  return (
    <>
      <span className="plan-number">{top.number}</span> <LocalText value={top.title} quiet />
    </>
  );
}

/** The first page: which plan, of where and when, and of which year and day this is told. */
export function ReportCover({ plan, year, today }: ReportTime & { plan: Plan }) {
  const { t, text, formats } = usePage();
  const [start, end] = [formats.date(plan.startsOn), formats.date(lastDayOf(plan))];
  return (
    <div className="annual-cover">
      <PageTitle
        title={text(plan.name).text}
        lead={<p className="annual-year">{t('plan.annual.title', { year: String(year) })}</p>}
      />
      <p>
        <LocalText value={plan.areaName} quiet />
      </p>
      <p>{t('plan.page.period', { start, end })}</p>
      {plan.adoptedOn === null ? null : <p>{t('plan.page.adopted', { day: formats.date(plan.adoptedOn) })}</p>}
      <p>{t('plan.annual.as_of', { day: formats.date(today) })}</p>
      <h2>{t('plan.annual.vision')}</h2>
      <p>
        <LocalText value={plan.vision} />
      </p>
    </div>
  );
}

/** The same report of the plan's other years; not on paper. */
export function ReportYears({ plan, years, year }: { plan: Plan; years: number[]; year: number }) {
  const { t, href } = usePage();
  const others = years.filter((one) => one !== year);
  if (others.length === 0) return null;
  return (
    <nav className="annual-ways" aria-label={t('plan.annual.other_years')}>
      <ul className="plan-ways">
        {others.map((one) => (
          <li key={one}>
            <Link to={href(`/plans/${plan.planId}/report?year=${one}`)}>
              {t('plan.annual.title', { year: String(one) })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What is in the report, each with the way to it. */
export function ReportContents({ chapters }: { chapters: Chapter[] }) {
  const { t } = usePage();
  return (
    <nav className="annual-contents" aria-labelledby="contents">
      <h2 id="contents">{t('plan.annual.contents')}</h2>
      <ul>
        {chapters.map((chapter) => (
          <li key={chapterId(chapter)}>
            <a href={`#${chapterId(chapter)}`}>
              <ChapterName {...chapter} />
            </a>
          </li>
        ))}
        <li>
          <a href="#leads">{t('plan.annual.leads')}</a>
        </li>
        <li>
          <a href="#figures">{t('plan.annual.figures')}</a>
        </li>
      </ul>
    </nav>
  );
}

/** One priority: its aims with their targets, then the work under it. */
export function ReportChapter({ chapter, year, today }: ReportTime & { chapter: Chapter }) {
  const id = chapterId(chapter);
  return (
    <section className={chapter.top === null ? 'annual-part' : 'annual-part annual-priority'} aria-labelledby={id}>
      <h2 id={id}>
        <ChapterName {...chapter} />
      </h2>
      {chapter.aims.map((aim) => (
        <AimTable key={aim.itemId} aim={aim} year={year} today={today} />
      ))}
      <WorkTables works={chapter.works} today={today} />
    </section>
  );
}

/** How the figures are made, what is hidden and why, the words that stand where a figure does not, and where the data is. */
export function ReportFigures() {
  const { t, href } = usePage();
  return (
    <section className="annual-part" aria-labelledby="figures">
      <h2 id="figures">{t('plan.annual.figures')}</h2>
      <p>{t('plan.page.judged')}</p>
      <p>{t('plan.annual.figures_age')}</p>
      <p>{t('plan.annual.figures_work')}</p>
      <h3>{t('plan.annual.hidden')}</h3>
      <p>{t('plan.annual.hidden_why')}</p>
      <dl className="annual-marks">
        <dt>{t('indicators.state.suppressed')}</dt>
        <dd>{t('plan.annual.mark_hidden')}</dd>
        <dt>{t('indicators.state.missing')}</dt>
        <dd>{t('plan.annual.mark_missing')}</dd>
        <dt>{t('plan.status.no_recent_data')}</dt>
        <dd>{t('plan.annual.mark_old')}</dd>
      </dl>
      <h3>{t('plan.annual.data')}</h3>
      <p>
        {t('plan.annual.data_where')} <Link to={href('/data')}>{t('plan.annual.data_link')}</Link>
      </p>
    </section>
  );
}
