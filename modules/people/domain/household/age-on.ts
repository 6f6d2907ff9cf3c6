import type { AgeInterval, Birth } from '../../contract/index.ts';
import { birthInterval } from '../names/birth-interval.ts';

/** Whole years between two days. */
function yearsBetween(born: Date, on: Date): number {
  const years = on.getUTCFullYear() - born.getUTCFullYear();
  const [month, day] = [on.getUTCMonth() - born.getUTCMonth(), on.getUTCDate() - born.getUTCDate()];
  return month < 0 || (month === 0 && day < 0) ? years - 1 : years;
}

const DAY = 86_400_000;

/** How old somebody is on a day, as an interval in whole years; null where nothing is known of the birth. */
export function ageOn(birth: Birth, on: Date): AgeInterval | null {
  const born = birthInterval(birth);
  if (born === null) return null;
  const least = yearsBetween(new Date(born.until.getTime() - DAY), on);
  return { least: Math.max(0, least), most: Math.max(0, yearsBetween(born.from, on)) };
}
