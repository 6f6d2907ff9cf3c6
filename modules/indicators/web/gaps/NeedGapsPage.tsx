import { directoryRoutes } from '@qantara/directory/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf, DataTable, EmptyState, LocalText, NumberText, PageTitle, usePage, type Column } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type NeedGap } from '../../contract/index.ts';
import { periodAsked } from '../ask-figures.ts';
import { FiguresFilters } from '../FiguresFilters.tsx';
import { PeriodText } from '../PeriodText.tsx';
import { todayOf } from '../today-of.ts';

/** The gaps of the period, area and need that the address asks for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = periodAsked(new URL(request.url).searchParams);
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const found = await apiOf(context, indicatorsRoutes).getNeedGaps(asked);
  return { ...found, areas, needs: needs.map(({ needCode, name }) => ({ needCode, name })), today: todayOf(context) };
}

function Supply({ supply }: Pick<NeedGap, 'supply'>) {
  const { t } = usePage();
  if (supply.services === 0) return t('indicators.gaps.no_service');
  return t('indicators.gaps.supply', { open: supply.open, services: supply.services });
}

function useColumns(): Column<NeedGap>[] {
  const { t } = usePage();
  const counted = (key: keyof NeedGap['unmet']): Column<NeedGap> => ({
    key,
    heading: t(`indicators.gaps.${key}`),
    cell: ({ unmet }) => <NumberText value={unmet[key]} />,
    isNumber: true,
  });
  return [
    {
      key: 'need',
      heading: t('indicators.gaps.need'),
      cell: ({ needName, areaName }) => (
        <>
          <LocalText value={needName} quiet />
          {' · '}
          {areaName === null ? t('indicators.gaps.no_area') : <LocalText value={areaName} quiet />}
        </>
      ),
    },
    {
      key: 'total',
      heading: t('indicators.gaps.total'),
      cell: ({ unmetTotal }) => <NumberText value={unmetTotal} />,
      isNumber: true,
    },
    counted('noRoom'),
    counted('notForThem'),
    counted('noAnswer'),
    counted('waiting'),
    counted('searches'),
    { key: 'supply', heading: t('indicators.gaps.there_is'), cell: ({ supply }) => <Supply supply={supply} /> },
  ];
}

/** More rows than this nobody reads on a page; the table for a spreadsheet holds all. */
const MOST_SHOWN = 30;

/** What people needed and did not get, by neighbourhood and need, beside what there is: where a service is missing. */
export default function NeedGapsPage() {
  const { gaps, period, areas, needs, today } = useLoaderData<typeof loader>();
  const { t, href, search } = usePage();
  return (
    <>
      <PageTitle title={t('indicators.gaps.title')} lead={<p>{t('indicators.gaps.lead')}</p>} />
      <FiguresFilters period={period} areas={areas} needs={needs} breaksDown={false} />
      <p className="hint">
        <PeriodText period={period} today={today} />
        {' · '}
        <Link to={`${href('/figures/gaps.csv')}${search}`} reloadDocument>
          {t('indicators.gaps.table')}
        </Link>
        {gaps.length > MOST_SHOWN
          ? ` · ${t('indicators.gaps.widest', { shown: MOST_SHOWN, count: gaps.length })}`
          : null}
      </p>
      <DataTable
        caption={t('indicators.gaps.title')}
        hidesCaption
        columns={useColumns()}
        rows={gaps.slice(0, MOST_SHOWN)}
        keyOf={({ areaId, needCode }) => `${areaId} ${needCode}`}
        empty={<EmptyState title={t('indicators.gaps.none')} />}
      />
    </>
  );
}
