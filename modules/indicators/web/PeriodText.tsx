import { usePage } from '@qantara/ui';
import type { Period } from '../contract/index.ts';
import { lastDayOf, wholeYearOf } from '../domain/index.ts';

/** What a figure is of in time: a year, a year so far, or from one day to another, both in it. */
export function PeriodText({ period, today }: { period: Period; today: string }) {
  const { t, formats } = usePage();
  const year = wholeYearOf(period);
  if (year === null) {
    const [start, end] = [formats.date(period.startsOn), formats.date(lastDayOf(period))];
    return <span>{t('indicators.period.between', { start, end })}</span>;
  }
  const isOver = period.endsOn <= today;
  return <span>{isOver ? String(year) : t('indicators.period.so_far', { year: String(year) })}</span>;
}
