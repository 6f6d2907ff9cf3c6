import { isolate } from '@qantara/kernel';
import { usePage } from '@qantara/ui';
import { weekdayOf } from '@qantara/directory/domain';
import { weekdayName } from '@qantara/directory/web';
import type { OtherSchedule } from '../../../contract/index.ts';

const NTH: Record<string, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', '-1': 'last' };
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** A schedule that no row can hold, in words: every part of its rule that says something. */
export function useScheduleWords(): (other: OtherSchedule) => string[] {
  const { t, locale, formats } = usePage();
  const dayIn = (token: string) => {
    const weekday = weekdayOf(token);
    const nth = NTH[/^[+-]?\d+/.exec(token)?.[0].replace('+', '') ?? ''];
    if (weekday === undefined) return isolate(token);
    const day = weekdayName(weekday, locale);
    return nth === undefined ? day : t('directory.hours.nth', { nth, day });
  };
  const listed = (said: string | null) => (said === null ? [] : said.split(/[,;\s]+/).filter((one) => one !== ''));
  const told = (key: string, said: string | null) =>
    said === null || said === '' ? [] : [t(`curation.schedule.${key}`, { value: isolate(listed(said).join(', ')) })];
  const dateIn = (said: string) => (/^\d{4}-\d{2}-\d{2}$/.test(said) ? formats.date(said) : said);
  const ruleOf = (other: OtherSchedule) => [
    ...(FREQUENCIES.includes(other.frequency ?? '')
      ? [t(`curation.schedule.every_${(other.frequency ?? '').toLowerCase()}`, { count: other.interval ?? 1 })]
      : []),
    ...(other.days === null ? [] : [formats.list(listed(other.days).map(dayIn))]),
    ...told('month_days', other.monthDays),
    ...told('year_days', other.yearDays),
    ...told('weeks', other.weeks),
    ...(other.count === null ? [] : [t('curation.schedule.count', { count: other.count })]),
  ];
  const timesOf = (other: OtherSchedule) => [
    ...(other.opensAt === null && other.closesAt === null
      ? []
      : [isolate(`${other.opensAt ?? '…'}–${other.closesAt ?? '…'}`)]),
    ...(other.validFrom === null ? [] : [t('curation.schedule.from', { day: dateIn(other.validFrom) })]),
    ...(other.validTo === null ? [] : [t('curation.schedule.until', { day: dateIn(other.validTo) })]),
  ];
  return (other) => [...ruleOf(other), ...timesOf(other)];
}
