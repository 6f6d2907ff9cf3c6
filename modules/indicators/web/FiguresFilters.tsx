import type { LocalizedText } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { DateField, Filters, SelectField, usePage } from '@qantara/ui';
import { Breakdown, type Period } from '../contract/index.ts';
import { isToldOfPopulations, lastDayOf } from '../domain/index.ts';

type FiguresFiltersProps = {
  period: Period | null;
  areas: Area[];
  needs: { needCode: string; name: LocalizedText }[];
  /** Whether a breakdown is asked for too. */
  breaksDown?: boolean;
};

/** The period, place and need that figures are asked for: a form that asks with an address. */
export function FiguresFilters({ period, areas, needs, breaksDown = true }: FiguresFiltersProps) {
  const { t, locale, text, can, account } = usePage();
  const mayAsk = (by: Breakdown): boolean => {
    if (by === 'population') return isToldOfPopulations({ permissions: new Set(account?.permissions) });
    return by !== 'none' && (by !== 'partner' || can('scorecard:read'));
  };
  const field = (name: string) => t(`indicators.field.${name}`);
  return (
    <Filters id="figures" label={t('indicators.figures.filters')} submitLabel={t('indicators.figures.show')} inline>
      <DateField
        name="startsOn"
        label={field('startsOn')}
        hint={t('indicators.figures.period_hint')}
        defaultValue={period?.startsOn ?? null}
      />
      <DateField
        name="endsOn"
        label={t('indicators.figures.last_day')}
        defaultValue={period === null ? null : lastDayOf(period)}
      />
      <SelectField
        name="areaId"
        label={t('indicators.figures.area')}
        options={areaChoices(areas, locale)}
        emptyLabel={t('indicators.figures.all_areas')}
      />
      <SelectField
        name="needCode"
        label={field('needCode')}
        options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
        emptyLabel={t('indicators.figures.all_needs')}
      />
      {breaksDown ? (
        <SelectField
          name="by"
          label={field('by')}
          options={Breakdown.options.filter(mayAsk).map((by) => ({ value: by, label: t(`indicators.by.${by}`) }))}
          emptyLabel={t('indicators.by.none')}
        />
      ) : null}
    </Filters>
  );
}
