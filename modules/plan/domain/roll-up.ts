export type Part = { weight: number; progress: number | null };
/** How far the parts are together, and how much of their weight that is known of. */
export type RolledUp = { progress: number | null; coverage: number };

/**
 * The mean of the parts by their weights, over those that have data; `coverage` says how much of the weight that is. Dividing by
 * the sum of weights keeps it within the parts, whatever the weights are. No part with data: nothing is said, which is not zero.
 */
export function rollUp(parts: readonly Part[]): RolledUp {
  const sum = (of: readonly Part[]) => of.reduce((total, { weight }) => total + weight, 0);
  const known = parts.filter((part): part is { weight: number; progress: number } => part.progress !== null);
  const [all, heard] = [sum(parts), sum(known)];
  if (heard <= 0) return { progress: null, coverage: 0 };
  const weighted = known.reduce((total, { weight, progress }) => total + weight * progress, 0);
  return { progress: weighted / heard, coverage: heard / all };
}
