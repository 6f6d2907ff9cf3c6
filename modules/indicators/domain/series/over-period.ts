import type { Unit } from '../../contract/index.ts';

/** What a source said of one stretch of time. */
export type Said = {
  startsOn: string;
  endsOn: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
};

/** A stretch that is nearly a year speaks for the year: months beside it say the same again. */
const WHOLE_YEAR_DAYS = 360;
const DAY_MS = 86_400_000;

/**
 * Each period with all before it in its year (DHIS2, yearToDate): a value wherever any period so far has one, and none before that.
 */
export function yearToDate(values: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = null;
  return values.map((value) => {
    if (value !== null) sum = (sum ?? 0) + value;
    return sum;
  });
}

const sumOf = (values: readonly (number | null)[]): number | null => yearToDate(values).at(-1) ?? null;

const isWholeYear = ({ startsOn, endsOn }: Said): boolean =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS >= WHOLE_YEAR_DAYS;

const hasParts = ({ numerator, denominator }: Said): boolean => numerator !== null && denominator !== null;

/** A month within a quarter says the same again. */
const holds = (long: Said, short: Said): boolean =>
  long !== short &&
  long.startsOn <= short.startsOn &&
  short.endsOn <= long.endsOn &&
  long.endsOn > long.startsOn &&
  (long.startsOn < short.startsOn || short.endsOn < long.endsOn);

function addedUp(unit: Unit, newest: Said, said: readonly Said[]): Said {
  const span = { ...newest, startsOn: said.at(-1)?.startsOn ?? newest.startsOn };
  const numerator = sumOf(said.map((one) => one.numerator ?? (unit === 'count' ? one.value : null)));
  if (unit === 'count') return { ...span, numerator, denominator: null, value: numerator };
  const denominator = unit === 'ratio' ? sumOf(said.map((one) => one.denominator)) : newest.denominator;
  return { ...span, numerator, denominator, value: null };
}

/**
 * What months or quarters say together: counts are added up, a share is one of sums and never a mean of shares, a rate has the events of
 * all over the people of the last. What came without its parts cannot be put together: then the newest speaks. `said` is newest first.
 */
export function overPeriod<One extends Said>(unit: Unit, said: readonly One[]): One | Said | undefined {
  const [newest] = said;
  const year = said.find(isWholeYear);
  const own = said.filter((one) => !said.some((other) => holds(other, one)));
  if (newest === undefined || own.length === 1 || year !== undefined) return year ?? own[0];
  const isTogether = unit === 'count' || ((unit === 'ratio' || unit === 'rate') && own.every(hasParts));
  return isTogether ? addedUp(unit, newest, own) : newest;
}
