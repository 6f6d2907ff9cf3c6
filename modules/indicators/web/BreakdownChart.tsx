import type { AreaOnMap } from '@qantara/territory/contract';
import { BarChart, Choropleth, LineChart, usePage, type MapArea, type Outline } from '@qantara/ui';
import type { FigureTable } from '../contract/index.ts';
import { pointsOf, styleOf, type ChartWords } from './chart-points.ts';

type BreakdownChartProps = { tables: FigureTable[]; outlines: AreaOnMap[]; year?: string };

function mapAreas(table: FigureTable, outlines: AreaOnMap[], words: ChartWords): MapArea[] {
  return pointsOf(table, words).flatMap((point) => {
    const outline = outlines.find(({ areaId }) => areaId === point.key);
    return outline === undefined ? [] : [{ ...point, geometry: outline.boundary as Outline }];
  });
}

function OneChart({ table, outlines, year }: { table: FigureTable; outlines: AreaOnMap[]; year: string }) {
  const { t, formats, locale, text } = usePage();
  const words = { t, formats, locale };
  const name = text(table.indicator.name).text;
  const caption = year === '' ? name : t('indicators.chart.caption', { name, year });
  const style = styleOf(table.indicator.unit);
  const areas = table.by === 'area' ? mapAreas(table, outlines, words) : [];
  if (areas.length > 0) return <Choropleth caption={caption} areas={areas} measure={name} {...style} />;
  return <BarChart caption={caption} items={pointsOf(table, words)} measure={name} {...style} />;
}

/** A breakdown as it is best seen: time as a line, areas on the map, needs as bars, each with its table. */
export function BreakdownChart({ tables, outlines, year = '' }: BreakdownChartProps) {
  const { t, formats, locale, text } = usePage();
  const [first] = tables;
  if (first === undefined) return null;
  if (first.by === 'quarter' || first.by === 'month') {
    const series = tables.map((table) => ({
      key: table.indicator.code,
      label: text(table.indicator.name).text,
      points: pointsOf(table, { t, formats, locale }),
    }));
    const name = formats.list(series.map(({ label }) => label));
    const caption = year === '' ? name : t('indicators.chart.caption', { name, year });
    return <LineChart caption={caption} series={series} {...styleOf(first.indicator.unit)} />;
  }
  return (
    <div className="side-by-side">
      {tables.map((table) => (
        <OneChart key={table.indicator.code} table={table} outlines={outlines} year={year} />
      ))}
    </div>
  );
}
