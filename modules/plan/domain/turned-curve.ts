/** Better than it would have been, worse, neither all along, or too few points to say. */
export type Turn = 'turned' | 'worse' | 'unclear' | 'too_few';

export type CurvePoint = { actual: number | null; forecast: number | null };

/** One good year is luck: at least so many points in a row must be better than was forecast. */
export const LEAST_POINTS = 3;

/**
 * Whether a curve has turned: the sign of (actual − forecast) in the better direction, the same over the last points. Points
 * where either is missing are left out. Points on the forecast turn nothing.
 */
export function turnOf(points: readonly CurvePoint[], better: 'up' | 'down', least: number = LEAST_POINTS): Turn {
  const direction = better === 'up' ? 1 : -1;
  const signs = points
    .filter((point): point is { actual: number; forecast: number } => point.actual !== null && point.forecast !== null)
    .slice(-Math.max(LEAST_POINTS, least))
    .map(({ actual, forecast }) => Math.sign((actual - forecast) * direction));
  if (signs.length < Math.max(LEAST_POINTS, least)) return 'too_few';
  if (signs.every((sign) => sign > 0)) return 'turned';
  return signs.every((sign) => sign < 0) ? 'worse' : 'unclear';
}
