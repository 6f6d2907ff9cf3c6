import { BarChart, Choropleth, LineChart, Sparkline, StackedBar, usePage } from '@qantara/ui';
import { sampleOutline } from './sample-areas.ts';

const CITY = [41, 44, 43, 47, 52, 55, null, 58, 61, 60, 66, 68];
const TOWNS = [30, 31, 35, 33, 36, 41, 44, 43, 45, 50, 49, 53];
const AREAS = [
  { key: 'north', value: 4 },
  { key: 'port', value: 18 },
  { key: 'hill', value: 9 },
  { key: 'river', value: 0 },
  { key: 'market', value: null },
];

/** Lines, bars and a map, all drawn on the server. */
export function ChartSamples() {
  const { t, formats, pathname } = usePage();
  const g = (key: string) => t(`shell.gallery.${key}`);
  const points = (values: readonly (number | null)[]) =>
    values.map((value, index) => {
      const month = `2026-${String(index + 1).padStart(2, '0')}-01`;
      return { key: month, label: formats.month(`${month}T12:00:00Z`), value };
    });
  return (
    <>
      <LineChart
        caption={g('chart_line')}
        target={75}
        series={[
          { key: 'city', label: g('chart_city'), points: points(CITY) },
          { key: 'towns', label: g('chart_towns'), points: points(TOWNS) },
        ]}
      />
      <BarChart
        caption={g('chart_bar')}
        measure={g('figure_closed')}
        target={400}
        items={[
          { key: 'food', label: g('need_food'), value: 412 },
          { key: 'roof', label: g('need_roof'), value: 268 },
          { key: 'talk', label: g('need_talk'), value: null },
        ]}
      />
      <StackedBar
        caption={g('chart_stacked')}
        parts={[
          { key: 'helped', label: g('chart_helped') },
          { key: 'not', label: g('chart_not_helped') },
          { key: 'left', label: g('chart_left') },
        ]}
        items={[
          { key: 'food', label: g('need_food'), values: [310, 70, 32] },
          { key: 'roof', label: g('need_roof'), values: [96, 130, 42] },
        ]}
      />
      <Choropleth
        caption={g('chart_map')}
        measure={g('chart_map')}
        areas={AREAS.map(({ key, value }) => ({
          key,
          value,
          label: g(`area_${key}`),
          geometry: sampleOutline(key),
          href: `${pathname}?area=${key}`,
        }))}
      />
      <p>
        {g('figure_closed')} <Sparkline values={CITY} label={g('chart_line')} />
      </p>
    </>
  );
}
