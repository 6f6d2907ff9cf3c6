/** What is known of one year: the figure's state and value, and the day of the newest record behind it. */
export type KnownYear = { state: 'shown' | 'suppressed' | 'missing'; value: number | null; asOf: string | null };

type Judged = {
  dueOn: string;
  today: string;
  addsUp: boolean;
  better: 'up' | 'down';
  goal: number | null;
  knownOf: (year: number) => KnownYear;
};

const yearIn = (day: string): number => Number(day.slice(0, 4));

/** The year that a target is judged in: the one that runs, and once it is due the one in which it was. */
export const lastYearOf = ({ dueOn, today }: Pick<Judged, 'dueOn' | 'today'>): number =>
  Math.min(yearIn(today), yearIn(dueOn));

/** A source may say the whole of a year before it is over; what we count ourselves goes on until its last day. */
const isOver = (year: number, today: string, { asOf }: KnownYear): boolean =>
  yearIn(today) > year || (asOf ?? '').slice(0, 10) >= `${year}-12-31`;

/** What only grows has reached its goal for good once it has, though the year runs. */
const hasReached = ({ better, goal }: Judged, { state, value }: KnownYear): boolean =>
  better === 'up' && goal !== null && state === 'shown' && value !== null && value >= goal;

/**
 * The year whose figure a target is judged by; null where there is none that may be. A year that runs tells of what adds up in it a part
 * only, which no goal of a year is held against: then it is the year before, where that has any record. Of all else it is the year that
 * runs, and in its first weeks, while there is too little to tell, the year before.
 */
export function judgedYear(target: Judged): number | null {
  const year = lastYearOf(target);
  const known = target.knownOf(year);
  if (!target.addsUp) return known.state === 'shown' ? year : year - 1;
  if ((known.state === 'shown' && isOver(year, target.today, known)) || hasReached(target, known)) return year;
  const before = target.knownOf(year - 1);
  return before.asOf === null ? null : year - 1;
}
