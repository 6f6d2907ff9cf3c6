import { foldText } from '@qantara/kernel';
import { localized, keep, type HoursDraft } from './drafts.ts';
import { servicesOf, type Owners } from './read-links.ts';
import { rowsOf, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

/** RFC 5545 days, Monday first, as HSDS 3.x writes them, and the names that 1.1 packages use. */
const DAYS: readonly string[][] = [
  ['mo', 'monday', 'mon', 'lundi', 'اثنين'],
  ['tu', 'tuesday', 'tue', 'tues', 'mardi', 'ثلاثاء'],
  ['we', 'wednesday', 'wed', 'mercredi', 'اربعاء'],
  ['th', 'thursday', 'thu', 'thurs', 'jeudi', 'خميس'],
  ['fr', 'friday', 'fri', 'vendredi', 'جمعه'],
  ['sa', 'saturday', 'sat', 'samedi', 'سبت'],
  ['su', 'sunday', 'sun', 'dimanche', 'احد'],
];

/** The day of the week, 1 Monday to 7 Sunday, from a number (0 is Sunday too), an RFC 5545 code (`2MO` is one) or a name. */
export function weekdayOf(said: string): number | undefined {
  const plain = said.trim();
  if (/^[0-7]$/.test(plain)) return plain === '0' ? 7 : Number(plain);
  const name = foldText(plain.replace(/^[+-]?\d+/, ''));
  const index = DAYS.findIndex((names) => names.includes(name));
  return index === -1 ? undefined : index + 1;
}

function weekdaysOf(row: RowReader): number[] | null {
  const said = row.raw('byday', 'weekday');
  if (said === '') return [];
  const days = said
    .split(/[,;\s]+/)
    .filter((day) => day !== '')
    .map(weekdayOf);
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length
    ? row.refuseRow('not_a_choice', row.raw('byday') === '' ? 'weekday' : 'byday')
    : [...new Set(known)];
}

function isWeekly(row: RowReader): boolean {
  const every = row.raw('interval');
  return /^(?:weekly)?$/i.test(row.raw('freq')) && (every === '' || every === '1');
}

function hoursOf(reading: Reading, row: RowReader): HoursDraft[] {
  const weekdays = weekdaysOf(row);
  if (weekdays === null) return [];
  const [opensAt, closesAt] = [row.time('opens_at'), row.time('closes_at')];
  const words = [row.text('description'), row.text('notes')].filter((part) => part !== null).join('\n');
  const common = { locationSourceId: row.id('location_id'), description: localized(words, reading.language) };
  const hasHours = isWeekly(row) && weekdays.length > 0 && (opensAt !== null || closesAt !== null);
  if (hasHours)
    return weekdays.map((weekday, index) => ({
      ...common,
      weekday,
      opensAt,
      closesAt,
      description: index === 0 ? common.description : null,
    }));
  return words === '' ? [] : [{ ...common, weekday: null, opensAt: null, closesAt: null }];
}

/** HSDS schedule, one row a weekday here; what is not weekly is kept as the words that say it. */
export function readHours(reading: Reading, owners: Owners): void {
  for (const row of rowsOf(reading, 'schedules')) {
    const services = servicesOf(row, owners);
    if (services.length === 0) continue;
    const hours = hoursOf(reading, row);
    for (const service of services)
      service.hours.push(
        ...hours.map((one) => ({
          ...one,
          locationSourceId: owners.locations.kept.has(one.locationSourceId ?? '') ? one.locationSourceId : null,
        })),
      );
  }
  for (const row of rowsOf(reading, 'holiday_schedules'))
    for (const service of servicesOf(row, owners)) {
      const said = [row.raw('start_date'), row.raw('end_date'), row.raw('opens_at'), row.raw('closes_at')].filter(
        (part) => part !== '',
      );
      keep(service.attributes, 'holiday_schedule', said.join(' '));
    }
}
