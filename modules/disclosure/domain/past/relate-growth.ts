import { joinRelation, type Joining, type Known } from './joint-grid.ts';
import { addLatent, alikeBut, isPrinted } from './relate-cuts.ts';

type Placed = Known & { places: readonly string[] | undefined };

const sizeOf = ({ places }: Placed): number => places?.length ?? Infinity;
const isWithinPlaces = (inner: Placed, outer: Placed): boolean =>
  outer.places === undefined || (inner.places?.every((place) => outer.places?.includes(place) === true) ?? false);
const meets = (one: Placed, other: Placed): boolean =>
  one.places === undefined ||
  other.places === undefined ||
  one.places.some((place) => other.places?.includes(place) === true);

/** Of these, in this order, those that share no place with one taken before. */
function takeApart(candidates: readonly Placed[]): Placed[] {
  const taken: Placed[] = [];
  for (const one of candidates) if (!taken.some((other) => meets(one, other))) taken.push(one);
  return taken;
}

type Pair = { joining: Joining; earlier: readonly Placed[]; later: readonly Placed[] };

/** What one number is at least: the sum of others, and a gap that nobody prints. */
function exceeds(joining: Joining, whole: number, parts: readonly number[]): void {
  const { cells } = joining.joint;
  const gap = parts.reduce((left, part) => left - (cells[part]?.count ?? 0), cells[whole]?.count ?? 0);
  if (gap < 0) return;
  joinRelation(joining, whole, [...parts, addLatent(joining, gap, cells[whole]?.width ?? 0)]);
}

/** A later count has in it at least all that was counted earlier within it. */
function holdEarlier({ joining, earlier, later }: Pair): void {
  for (const outer of later) {
    const within = earlier.filter((one) => isWithinPlaces(one, outer)).toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (within.length === 0 || within.some((one) => isWithinPlaces(outer, one))) continue;
    exceeds(
      joining,
      outer.cell,
      takeApart(within).map(({ cell }) => cell),
    );
  }
}

/** Later counts that together cover an earlier one have at least as many. */
function coverEarlier({ joining, earlier, later }: Pair): void {
  for (const inner of earlier) {
    const cover = takeApart(later.filter((one) => meets(one, inner)).toSorted((a, b) => sizeOf(a) - sizeOf(b)));
    const isCovered =
      inner.places !== undefined &&
      inner.places.every((place) => cover.some(({ places }) => places === undefined || places.includes(place)));
    if (!isCovered || cover.length < 2) continue;
    const { cells } = joining.joint;
    const parts = cover.map(({ cell }) => cell);
    const together = addLatent(
      joining,
      parts.reduce((sum, part) => sum + (cells[part]?.count ?? 0), 0),
      cells[inner.cell]?.width ?? 0,
    );
    joinRelation(joining, together, parts);
    exceeds(joining, together, [inner.cell]);
  }
}

/**
 * Cuts of different moments that are laid out differently: where records only came, what was counted later has in it what was
 * counted earlier of the same places. The same places themselves are joined by `relateMoves`.
 */
export function relateGrowth(joining: Joining): void {
  const known = [...joining.joint.known.values()].filter(isPrinted);
  const acrossEpochs = known.map((one) => ({ ...one, epoch: 0, at: one.epoch }));
  for (const [key, group] of alikeBut(acrossEpochs)) {
    const dimension = key.split('|')[2] ?? '';
    if (joining.overlapping.has(dimension)) continue;
    const placed = group.map((one) => ({ ...one, places: one.box.get(dimension) }));
    const epochs = [...new Set(placed.map(({ at }) => at))].toSorted((a, b) => a - b);
    for (const from of epochs)
      for (const to of epochs.filter((epoch) => epoch > from)) {
        const pair = {
          joining,
          earlier: placed.filter(({ at }) => at === from),
          later: placed.filter(({ at }) => at === to),
        };
        holdEarlier(pair);
        coverEarlier(pair);
      }
  }
}
