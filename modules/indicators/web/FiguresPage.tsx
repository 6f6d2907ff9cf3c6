import { directoryRoutes } from '@qantara/directory/contract';
import { Refusal } from '@qantara/kernel';
import { territoryRoutes, type AreaOnMap } from '@qantara/territory/contract';
import { apiOf, EmptyState, ErrorSummary, Icon, PageTitle, StatRow, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type FigureTable } from '../contract/index.ts';
import { AgeText } from './AgeText.tsx';
import { askFigures, periodAsked } from './ask-figures.ts';
import { ReasonTables } from './ReasonTables.tsx';
import { BreakdownChart } from './BreakdownChart.tsx';
import { FiguresByRow } from './FiguresByRow.tsx';
import { FiguresFilters } from './FiguresFilters.tsx';
import { FigureStat } from './FigureStat.tsx';
import { GuardedNote } from './GuardedNote.tsx';
import indicatorsCss from './indicators.css?url';
import { PeriodText } from './PeriodText.tsx';
import { recordsPath } from './behind/records-path.ts';
import { todayOf } from './today-of.ts';

/** What only pages of figures need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: indicatorsCss }];
}

async function answer(given: LoaderFunctionArgs) {
  try {
    return { tables: await askFigures(given), refusal: null };
  } catch (error) {
    // What was asked wrongly is told beside the form it was asked in; who may not ask at all gets the error page.
    const isMistake =
      error instanceof Refusal &&
      ['invalid_input', 'ends_before_it_starts', 'breakdown_of_whole_year'].includes(error.code);
    if (!isMistake) throw error;
    return { tables: [], refusal: { code: error.code, fields: error.fields, values: error.values } };
  }
}

/** Why partners said no and help did not come, in the same period, place and need. */
async function reasonsOf({ context, request }: LoaderFunctionArgs) {
  return apiOf(context, indicatorsRoutes).getReasons(periodAsked(new URL(request.url).searchParams));
}

/** The figures that the address asks for, and all that can be asked. */
export async function loader(given: LoaderFunctionArgs) {
  const { context } = given;
  const { tables, refusal } = await answer(given);
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const isByArea = tables[0]?.by === 'area';
  const outlines = isByArea ? (await apiOf(context, territoryRoutes).getAreaMap({ kind: 'municipality' })).areas : [];
  const named = needs.map(({ needCode, name }) => ({ needCode, name }));
  const mix = refusal === null ? await reasonsOf(given) : null;
  return { mix, tables, refusal, areas, needs: named, outlines, today: todayOf(context) };
}

function Summary({ tables, today }: { tables: FigureTable[]; today: string }) {
  const { t, href, search } = usePage();
  const [first] = tables;
  if (first === undefined) return null;
  return (
    <>
      <StatRow>
        {tables.map((table) => {
          const { indicator, total } = table;
          const path = recordsPath(table, search);
          const opens = path === null ? undefined : href(path);
          return <FigureStat key={indicator.code} indicator={indicator} figure={total} href={opens} />;
        })}
      </StatRow>
      <p className="hint">
        <PeriodText period={first.period} today={today} />
        {' · '}
        <AgeText asOf={first.asOf} /> {t('indicators.pair_note')}
      </p>
      <p>
        <a href={`${href('/figures/table.csv')}${search}`} download>
          <Icon name="download" /> {t('indicators.figures.export')}
        </a>
        {' · '}
        <a href={`${href('/figures/table.xlsx')}${search}`} download>
          {t('indicators.figures.export_xlsx')}
        </a>
      </p>
    </>
  );
}

/** The rows of a breakdown: drawn for the first two measures, and in a table for all. */
function BrokenDown({ tables, outlines }: { tables: FigureTable[]; outlines: AreaOnMap[] }) {
  const [first] = tables;
  if (first === undefined || first.by === 'none') return null;
  return (
    <>
      <GuardedNote tables={tables} />
      {first.rows.length === 0 ? null : <BreakdownChart tables={tables.slice(0, 2)} outlines={outlines} />}
      {first.rows.length === 0 && first.by === 'population' ? null : <FiguresByRow tables={tables} />}
    </>
  );
}

/** How referrals go, in any period, place and need, as counted from the records at this moment. */
export default function FiguresPage() {
  const { tables, mix, refusal, areas, needs, outlines, today } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const period = tables[0]?.period ?? null;
  const isEmpty = tables.length === 0 && refusal === null;
  return (
    <>
      <PageTitle title={t('indicators.figures.title')} lead={<p>{t('indicators.figures.lead')}</p>} />
      {refusal === null ? null : (
        <ErrorSummary
          formId="figures"
          refusal={refusal}
          labels={{
            by: t('indicators.field.by'),
            startsOn: t('indicators.field.startsOn'),
            endsOn: t('indicators.figures.last_day'),
          }}
        />
      )}
      <FiguresFilters period={period} areas={areas} needs={needs} />
      {isEmpty ? <EmptyState title={t('indicators.list.empty')} /> : null}
      <Summary tables={tables} today={today} />
      <BrokenDown tables={tables} outlines={outlines} />
      {mix === null ? null : <ReasonTables mix={mix} />}
    </>
  );
}
