import { BarChart, DateText, usePage } from '@qantara/ui';
import type { CutTable, Indicator } from '../../contract/index.ts';
import { lastDayOf } from '../../domain/index.ts';
import { styleOf } from '../chart-points.ts';
import { useCutWords } from '../series/use-cut-words.ts';

type OfParts = { indicator: Indicator; cuts: readonly CutTable[] };

/** A year stands by its number, another period by its days. */
function Period({ startsOn, endsOn }: Pick<CutTable, 'startsOn' | 'endsOn'>) {
  const isYear = startsOn.endsWith('-01-01') && Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) === 1;
  if (isYear) return <>{startsOn.slice(0, 4)}</>;
  return (
    <>
      <DateText value={startsOn} style="date" /> – <DateText value={lastDayOf({ endsOn })} style="date" />
    </>
  );
}

/** One measure by each trait of people that a source told apart, one chart each with its table. */
export function PartsOf({ indicator, cuts }: OfParts) {
  const { t, text } = usePage();
  const words = useCutWords();
  const groups: Record<string, string> = {
    sex: t('indicators.by.gender'),
    age: t('indicators.by.age'),
    language: t('indicators.by.language'),
    population: t('indicators.parts.population'),
  };
  const measure = text(indicator.name).text;
  return cuts.map(({ group, rows, ...period }) => (
    <div key={group}>
      <p className="hint">
        {groups[group] ?? group} · <Period {...period} />
      </p>
      <BarChart
        caption={t('indicators.parts.caption', { name: measure, group: groups[group] ?? group })}
        measure={measure}
        items={rows.map(({ cut, figure }) => ({
          key: cut,
          label: words(cut),
          value: figure.value,
          absent: figure.state === 'suppressed' ? t('indicators.state.suppressed') : undefined,
        }))}
        {...styleOf(indicator.unit)}
      />
    </div>
  ));
}

/** What a source said of the whole region by sex, by age …, one trait at a time; nothing where it said none. */
export function PartsCharts({ indicator, cuts }: OfParts) {
  const { t } = usePage();
  if (cuts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('indicators.parts.title')}</h2>
      <PartsOf indicator={indicator} cuts={cuts} />
    </section>
  );
}
