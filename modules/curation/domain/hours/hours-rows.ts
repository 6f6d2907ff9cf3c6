import type { LocalizedText } from '@qantara/kernel';
import { CLOSED, DAY_CODES, weekdayOf, type Row } from '@qantara/directory/domain';
import type { HoursRow, OtherSchedule, Weekday } from '../../contract/index.ts';

type Schedule = Row<'schedule'>;

/** The places of a service: where its schedules may say that they hold. */
export type Places = {
  locationIds: ReadonlySet<string>;
  /** The location of each service_at_location. */
  ofLinks: ReadonlyMap<string, string>;
};

const isSaid = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const dayOf = (said: string | null | undefined): string | null => (said ?? '').slice(0, 10) || null;
const clockOf = (said: string | null | undefined): string | null => /^\d{2}:\d{2}/.exec(said ?? '')?.[0] ?? null;
const textOrNull = (text: LocalizedText | null | undefined): LocalizedText | null =>
  text !== null && text !== undefined && Object.values(text).some(isSaid) ? text : null;

/** The place that a schedule is about; null for all of them. */
export function placeOf(schedule: Schedule, places: Places): string | null {
  return schedule.location_id ?? places.ofLinks.get(schedule.service_at_location_id ?? '') ?? null;
}

function saysClosed(schedule: Schedule): boolean {
  return Object.values(schedule.notes ?? {}).some((note) => note?.toLowerCase() === CLOSED);
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

const periodOf = (schedule: Schedule) => ({
  validFrom: latest(dayOf(schedule.dtstart), dayOf(schedule.valid_from)),
  validTo: dayOf(schedule.valid_to ?? schedule.until),
});

const tokensOf = (schedule: Schedule): string[] => (schedule.byday ?? '').split(/[,;\s]+/).filter((day) => day !== '');

/** Plain days of the week; undefined where one of them is something else, such as the second of a month. */
function daysOf(schedule: Schedule): Weekday[] | undefined {
  const days = tokensOf(schedule).map((day) => (/^[+-]?\d/.test(day) ? undefined : weekdayOf(day)));
  if (days.includes(undefined)) return undefined;
  return DAY_CODES.filter((_, index) => days.includes(index + 1));
}

/** A rule that goes by more than the days of every week. */
function hasOtherRule(schedule: Schedule): boolean {
  const { byweekno, byyearday, bymonthday, count, freq, interval } = schedule;
  if ([byweekno, byyearday, bymonthday, count].some((said) => isSaid(said) && said !== 0)) return true;
  return (isSaid(freq) && freq !== 'WEEKLY') || (interval ?? 1) > 1;
}

function closedRow(schedule: Schedule, locationId: string | null): HoursRow {
  return {
    scheduleId: schedule.id,
    days: [],
    opensAt: null,
    closesAt: null,
    locationId,
    ...periodOf(schedule),
    isClosed: true,
    note: textOrNull(schedule.description),
    isRemoved: false,
  };
}

/** What a schedule says as a row of the form; null where the form has no fields for it. */
export function rowOfSchedule(schedule: Schedule, places: Places): HoursRow | null {
  const locationId = placeOf(schedule, places);
  if (locationId !== null && !places.locationIds.has(locationId)) return null;
  return saysClosed(schedule) ? closedRow(schedule, locationId) : weeklyRow(schedule, locationId);
}

function weeklyRow(schedule: Schedule, locationId: string | null): HoursRow | null {
  const days = daysOf(schedule);
  const [opensAt, closesAt] = [clockOf(schedule.opens_at), clockOf(schedule.closes_at)];
  const [note, notes] = [textOrNull(schedule.description), textOrNull(schedule.notes)];
  if (hasOtherRule(schedule) || days === undefined || days.length === 0) return null;
  if (opensAt === null || closesAt === null || (note !== null && notes !== null)) return null;
  const row = { scheduleId: schedule.id, days, opensAt, closesAt, locationId, ...periodOf(schedule) };
  return { ...row, isClosed: false, note: note ?? notes, isRemoved: false };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what is different is said anew: a source's own way of saying the rest stays. */
function periodIn(row: HoursRow, was: HoursRow | null): Partial<Schedule> {
  return {
    ...(was?.validFrom === row.validFrom ? {} : { valid_from: row.validFrom, dtstart: null }),
    ...(was?.validTo === row.validTo ? {} : { valid_to: row.validTo, until: null }),
  };
}

function placeIn(row: HoursRow, was: HoursRow | null): Partial<Schedule> {
  return was?.locationId === row.locationId ? {} : { location_id: row.locationId, service_at_location_id: null };
}

function timesIn(row: HoursRow, standing: Schedule | undefined): Partial<Schedule> {
  if (row.isClosed)
    return {
      freq: null,
      interval: null,
      byday: null,
      opens_at: null,
      closes_at: null,
      description: row.note,
      notes: { en: CLOSED },
    };
  const isInNotes =
    standing !== undefined &&
    !saysClosed(standing) &&
    textOrNull(standing.description) === null &&
    textOrNull(standing.notes) !== null;
  return {
    freq: 'WEEKLY',
    byday: DAY_CODES.filter((day) => row.days.includes(day)).join(','),
    opens_at: row.opensAt,
    closes_at: row.closesAt,
    description: isInNotes ? null : row.note,
    notes: isInNotes ? row.note : null,
  };
}

/** A row of the form as a schedule of HSDS; one that says what it said before stays as it is, to the letter. */
export function scheduleOfRow(
  row: HoursRow,
  of: { standing: Schedule | undefined; serviceId: string; freshId: string; places: Places },
): Schedule {
  const { standing, serviceId, freshId, places } = of;
  const was = standing === undefined ? null : rowOfSchedule(standing, places);
  const ordered = { ...row, days: DAY_CODES.filter((day) => row.days.includes(day)), scheduleId: standing?.id ?? null };
  if (standing !== undefined && same({ ...was, isRemoved: false }, { ...ordered, isRemoved: false })) return standing;
  const changed = { ...periodIn(row, was), ...placeIn(row, was), ...timesIn(row, standing) };
  const whole = { ...(standing ?? { id: freshId, service_id: serviceId }), ...changed };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => isSaid(value))) as Schedule;
}

/** Closes at or before it opens: the next day, or round the clock. */
export function overnightOf({
  opensAt,
  closesAt,
}: Pick<HoursRow, 'opensAt' | 'closesAt'>): 'next_day' | 'whole_day' | null {
  if (opensAt === null || closesAt === null || closesAt > opensAt) return null;
  return closesAt === opensAt ? 'whole_day' : 'next_day';
}

const NOT_SAID = {
  freq: null,
  interval: null,
  byday: null,
  bymonthday: null,
  byyearday: null,
  byweekno: null,
  count: null,
};

/** A schedule as what it says, where no row can hold it. */
export function otherOf(schedule: Schedule): Omit<OtherSchedule, 'openings'> {
  const said = { ...NOT_SAID, ...schedule };
  return {
    scheduleId: schedule.id,
    frequency: said.freq,
    interval: said.interval,
    days: said.byday,
    monthDays: said.bymonthday,
    yearDays: said.byyearday,
    weeks: said.byweekno,
    count: said.count,
    ...periodOf(schedule),
    opensAt: clockOf(schedule.opens_at),
    closesAt: clockOf(schedule.closes_at),
    note: textOrNull(schedule.description) ?? textOrNull(schedule.notes),
  };
}
