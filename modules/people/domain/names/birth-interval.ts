import type { Birth } from '../../contract/index.ts';

/** The days on one of which somebody was born, the last not among them. */
export type BirthInterval = { from: Date; until: Date };

/** A guess of an age is wrong by as many years to either side, and no more by design. */
const GUESS_IS_WRONG_BY = 3;

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month, date));

/** What is known in part, as an interval: two that meet may be one birth. Null where nothing is known. */
export function birthInterval(birth: Birth): BirthInterval | null {
  const { year, month, day: date, estimatedAge, estimatedOn } = birth;
  if (year !== null) {
    if (month === null) return { from: day(year, 0, 1), until: day(year + 1, 0, 1) };
    if (date === null) return { from: day(year, month - 1, 1), until: day(year, month, 1) };
    return { from: day(year, month - 1, date), until: day(year, month - 1, date + 1) };
  }
  if (estimatedAge === null || estimatedOn === null) return null;
  const on = new Date(`${estimatedOn}T00:00:00Z`);
  const yearsBefore = (years: number): Date => day(on.getUTCFullYear() - years, on.getUTCMonth(), on.getUTCDate());
  return {
    from: yearsBefore(estimatedAge + 1 + GUESS_IS_WRONG_BY),
    until: yearsBefore(estimatedAge - GUESS_IS_WRONG_BY),
  };
}

/** Whether two births may be one; two that nothing is known of may be. */
export function mayBeOneBirth(one: Birth, other: Birth): boolean {
  const [first, second] = [birthInterval(one), birthInterval(other)];
  return first === null || second === null || (first.from < second.until && second.from < first.until);
}

/** Whether the same day is known of both. */
export function isOneDay(one: Birth, other: Birth): boolean {
  return (
    one.day !== null &&
    one.day === other.day &&
    one.month === other.month &&
    one.year !== null &&
    one.year === other.year
  );
}
