import type { Interval, Unit } from '../../contract/index.ts';

/** Nineteen times of twenty. */
const Z = 1.959964;

/** Of a share of a sample (Wilson 1927): never below nothing or above all, also where few were asked. */
export function wilsonOf(numerator: number, denominator: number): Interval | null {
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  const share = numerator / denominator;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * denominator)) / (1 + z2 / denominator);
  const half =
    (Z / (1 + z2 / denominator)) *
    Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator));
  return { low: numerator === 0 ? 0 : middle - half, high: numerator === denominator ? 1 : middle + half };
}

/** Of events that happen apart from one another (Byar's approximation of Poisson's), as a rate of `factor` people. */
export function byarOf(events: number, people: number, factor: number): Interval | null {
  if (people <= 0 || events < 0) return null;
  const bound = (count: number, sign: 1 | -1): number =>
    count * (1 - 1 / (9 * count) + (sign * Z) / (3 * Math.sqrt(count))) ** 3;
  const low = events === 0 ? 0 : bound(events, -1);
  return { low: (low / people) * factor, high: (bound(events + 1, 1) / people) * factor };
}

type Counted = { numerator: number | null; denominator: number | null };

/** Where chance alone would put a figure; of a plain count, of words and of what came without its parts there is none. */
export function intervalOf(unit: Unit, factor: number, { numerator, denominator }: Counted): Interval | null {
  if (numerator === null || denominator === null) return null;
  if (unit === 'ratio') return wilsonOf(numerator, denominator);
  return unit === 'rate' ? byarOf(numerator, denominator, factor) : null;
}
