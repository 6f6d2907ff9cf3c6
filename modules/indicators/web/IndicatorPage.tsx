import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf, Breadcrumbs, LocalText, Notice, PageTitle, searchWith, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type CutTable, type FigureTable } from '../contract/index.ts';
import { breakdownsOf, LEAST_SHOWN, shownWith } from '../domain/index.ts';
import { breakdownAsked, yearAsked, yearsToChoose } from './asked-of.ts';
import { BreakdownChart } from './BreakdownChart.tsx';
import { Choices } from './Choices.tsx';
import { FigurePair } from './FigurePair.tsx';
import indicatorsCss from './indicators.css?url';
import { loadYears } from './years/load-years.ts';
import { newestYearOf } from './years/newest-year.ts';
import { PartsCharts } from './years/PartsCharts.tsx';
import { RecipeFacts } from './RecipeFacts.tsx';
import { todayOf } from './today-of.ts';
import { YearsCharts } from './years/YearsCharts.tsx';

/** What only pages of figures need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: indicatorsCss }];
}

/** One indicator in one year and one breakdown, suppressed; closure and got help come together. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { code = '' } = params;
  const query = new URL(request.url).searchParams;
  const today = todayOf(context);
  const api = apiOf(context, indicatorsRoutes);
  const { indicators } = await api.listIndicators({});
  const indicator = indicators.find((one) => one.code === code);
  const by = indicator === undefined ? 'none' : breakdownAsked(query, indicator);
  const year =
    yearAsked(query) ??
    (indicator === undefined ? Number(today.slice(0, 4)) : await newestYearOf(context, { indicator, today }));
  const asked = await api.getPublicFigures({ code, year, by });
  const others = shownWith(indicators, code).filter((other) => other !== code);
  const found = [asked, ...(await Promise.all(others.map((other) => api.getPublicFigures({ code: other, year, by }))))];
  const tables = shownWith(indicators, code).flatMap((shown) =>
    found.filter((table) => table.indicator.code === shown),
  );
  const outlines =
    by === 'area' ? (await apiOf(context, territoryRoutes).getAreaMap({ kind: 'municipality' })).areas : [];
  const years = await Promise.all(
    tables.map(async (table) => ({
      indicator: table.indicator,
      figures: await loadYears(context, { indicator: table.indicator, today }),
    })),
  );
  const { cuts } = await api.getPublicSeries({ code });
  return { asked, tables, outlines, today, year, years, cuts };
}

function isSuppressed({ total, rows }: FigureTable): boolean {
  return [total, ...rows.map(({ figure }) => figure)].some(({ state }) => state === 'suppressed');
}

const hasSuppressed = ({ rows }: CutTable): boolean => rows.some(({ figure }) => figure.state === 'suppressed');

function YearAndBreakdown({ asked, year, today }: { asked: FigureTable; year: number; today: string }) {
  const { t, search } = usePage();
  const offered = breakdownsOf(asked.indicator);
  return (
    <>
      <Choices
        label={t('indicators.page.years')}
        items={yearsToChoose(year, today).map((choice) => ({
          key: String(choice),
          label: String(choice),
          search: searchWith(search, { year: choice }),
          isShown: choice === year,
        }))}
      />
      {offered.length === 0 ? null : (
        <Choices
          label={t('indicators.page.breakdowns')}
          items={offered.map((by) => ({
            key: by,
            label: t(`indicators.by.${by}`),
            search: searchWith(search, { by }),
            isShown: by === asked.by,
          }))}
        />
      )}
    </>
  );
}

/** What is measured, how, and where it stands, for anyone. */
export default function IndicatorPage() {
  const { asked, tables, outlines, today, year, years, cuts } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { name, definition, kind } = asked.indicator;
  const isYearAlmostClosed =
    year < Number(today.slice(0, 4)) &&
    tables.some(({ indicator, total }) => indicator.recipe === 'closure_rate' && total.state === 'suppressed');
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/plan', label: t('indicators.crumb.plan') },
          { path: '/plan/indicators', label: t('indicators.list.title') },
        ]}
      />
      <PageTitle
        title={text(name).text}
        eyebrow={t(`indicators.kind.${kind}`)}
        lead={
          <p>
            <LocalText value={definition} />
          </p>
        }
      />
      <FigurePair tables={tables} today={today} />
      <YearAndBreakdown asked={asked} year={year} today={today} />
      {asked.rows.length === 0 ? null : <BreakdownChart tables={tables} outlines={outlines} year={String(year)} />}
      {tables.some(isSuppressed) || cuts.some(hasSuppressed) ? (
        <Notice>
          <p>{t('indicators.suppressed_note', { count: LEAST_SHOWN - 1 })}</p>
          {isYearAlmostClosed ? <p>{t('indicators.suppressed_closed')}</p> : null}
        </Notice>
      ) : null}
      <YearsCharts measures={years} />
      <PartsCharts indicator={asked.indicator} cuts={cuts} />
      <h2>{t('indicators.page.recipe')}</h2>
      <RecipeFacts table={asked} />
    </>
  );
}
