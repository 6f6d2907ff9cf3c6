import type { LocalizedText } from '@qantara/kernel';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { apiOf, DataTable, EmptyState, Filters, LocalText, PageTitle, SelectField, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, GapSearch, SearchFilter, type GapReport } from '../contract/index.ts';

const WEEKS = ['4', '12', '26', '52'];

/** What was searched for and not found in the asked weeks, with the names of needs and areas. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = GapSearch.safeParse({ weeks: new URL(request.url).searchParams.get('weeks') ?? '' });
  const weeks = asked.success ? asked.data.weeks : 12;
  const api = apiOf(context, directoryRoutes);
  const report = await api.getGapReport({ weeks });
  const { needs } = await api.listNeeds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { report, needs, areas, weeks };
}

type Line = { key: string; name: ReactNode; searches: number | null };

function Counted({ caption, heading, lines }: { caption: string; heading: string; lines: Line[] }) {
  const { t, formats } = usePage();
  const { report } = useLoaderData<typeof loader>();
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        { key: 'name', heading, cell: ({ name }) => name },
        {
          key: 'searches',
          heading: t('directory.gaps.searches'),
          isNumber: true,
          cell: ({ searches }) =>
            searches === null ? t('directory.gaps.few', { fewest: report.fewest }) : formats.number(searches),
        },
      ]}
    />
  );
}

function named(name: LocalizedText | null | undefined, otherwise: string): ReactNode {
  return name === null || name === undefined ? otherwise : <LocalText value={name} quiet />;
}

function Tables({ report }: { report: GapReport }) {
  const { t, formats } = usePage();
  const { needs, areas } = useLoaderData<typeof loader>();
  const needOf = (code: string | null) => needs.find(({ needCode }) => needCode === code)?.name;
  const isFilter = (filter: string): filter is SearchFilter => SearchFilter.safeParse(filter).success;
  const lines = {
    needs: report.needs.map(({ needCode, searches }) => ({
      key: needCode ?? '-',
      name: named(needOf(needCode), t('directory.gaps.no_need')),
      searches,
    })),
    areas: report.areas.map(({ areaId, searches }) => ({
      key: areaId ?? '-',
      name: named(areaName(areas, areaId), t('directory.gaps.no_area')),
      searches,
    })),
    weeks: report.weeks.map(({ week, searches }) => ({ key: week, name: formats.date(week), searches })),
    words: report.words.map(({ words, searches }) => ({ key: words, name: <bdi>{words}</bdi>, searches })),
    filters: report.filters.map(({ filter, searches }) => ({
      key: filter,
      name: isFilter(filter) ? t(`directory.filter.${filter}`) : filter,
      searches,
    })),
  };
  return (
    <>
      <Counted caption={t('directory.gaps.by_need')} heading={t('directory.filter.needCode')} lines={lines.needs} />
      <Counted caption={t('directory.gaps.by_area')} heading={t('directory.filter.areaId')} lines={lines.areas} />
      <Counted caption={t('directory.gaps.by_words')} heading={t('directory.filter.words')} lines={lines.words} />
      <Counted caption={t('directory.gaps.by_filter')} heading={t('directory.gaps.filter')} lines={lines.filters} />
      <Counted caption={t('directory.gaps.by_week')} heading={t('directory.gaps.week')} lines={lines.weeks} />
    </>
  );
}

/** What people looked for and the region does not have: for planning, without anybody who looked. */
export default function GapsPage() {
  const { report, weeks } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const choices = WEEKS.map((value) => ({ value, label: t('directory.gaps.weeks', { count: Number(value) }) }));
  return (
    <>
      <PageTitle title={t('directory.gaps.title')} lead={<p>{t('directory.gaps.lead')}</p>} />
      <Filters id="gaps" label={t('directory.gaps.title')} inline>
        <SelectField
          name="weeks"
          label={t('directory.field.weeks')}
          emptyLabel={t('directory.gaps.weeks', { count: weeks })}
          options={choices}
        />
      </Filters>
      {report.weeks.length === 0 ? (
        <EmptyState title={t('directory.gaps.none')} />
      ) : (
        <>
          <p>
            {report.total === null
              ? t('directory.gaps.total_few', { from: formats.date(report.from), fewest: report.fewest })
              : t('directory.gaps.total', { from: formats.date(report.from), count: report.total })}
          </p>
          <Tables report={report} />
          <p className="hint">{t('directory.gaps.privacy', { fewest: report.fewest })}</p>
        </>
      )}
    </>
  );
}
