import type { NeedGap } from '../contract/index.ts';

/** Open places weigh whole, a waiting list half: what is full, or says nothing of its room, helps nobody today. */
function roomOf({ open, waitingList }: NeedGap['supply']): number {
  return open + waitingList / 2;
}

/** How many unmet needs come to each place that could take somebody in; where there is none, all of them come to nobody. */
export function pressureOf({ unmetTotal, supply }: Pick<NeedGap, 'unmetTotal' | 'supply'>): number {
  return unmetTotal / Math.max(roomOf(supply), 0.5);
}

/** The widest gap first: most unmet for the least room, then the most unmet, then the names in a fixed order. */
export function byUrgency(one: NeedGap, other: NeedGap): number {
  return (
    pressureOf(other) - pressureOf(one) ||
    other.unmetTotal - one.unmetTotal ||
    one.needCode.localeCompare(other.needCode) ||
    (one.areaId ?? '').localeCompare(other.areaId ?? '')
  );
}
