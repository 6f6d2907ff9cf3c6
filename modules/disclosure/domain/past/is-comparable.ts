import type { CountedTable } from '../../contract/index.ts';
import { boxesOf, keyOfBox, meets, type Box } from './box.ts';
import { layoutOf, type CountedCut, type PastRelease } from './joint-grid.ts';

type Laid = { tops: readonly string[]; all: ReadonlySet<string>; boxes: readonly Box[] };

/** The cells that are part of no other of their table. */
function isTop({ dimensions }: CountedTable, at: readonly string[]): boolean {
  return dimensions.every(({ nodes }, axis) => nodes.some(({ code, parent }) => code === at[axis] && parent === null));
}

/** Somebody may be counted in both, as far as can be seen. */
const overlaps = (one: Laid, other: Laid): boolean =>
  one.boxes.some((box) => other.boxes.some((theirs) => meets(box, theirs)));

/**
 * Whether a cut can be judged beside each earlier one that may count the same people: it was counted over the same records, as who
 * counted says, or the whole of one of the two stands in the other too, so that it shows how many came between. What cannot be
 * compared is not told: there nothing could be proved.
 */
export function isComparable(incoming: CountedCut, past: readonly PastRelease[]): boolean {
  const boxOf = boxesOf([incoming, ...past].map(layoutOf));
  const layOut = ({ cut, table }: CountedCut): Laid => {
    const placed = table.cells.map(({ at }) => ({ at, box: boxOf({ cut, dimensions: table.dimensions }, at) }));
    const tops = placed.filter(({ at }) => isTop(table, at));
    return {
      tops: tops.map(({ box }) => keyOfBox(box)),
      all: new Set(placed.map(({ box }) => keyOfBox(box))),
      boxes: tops.map(({ box }) => box),
    };
  };
  const mine = layOut(incoming);
  return past.every((release) => {
    if (release.snapshot !== null && release.snapshot === incoming.snapshot) return true;
    const theirs = layOut(release);
    const isShared = mine.tops.every((key) => theirs.all.has(key)) || theirs.tops.every((key) => mine.all.has(key));
    return isShared || !overlaps(mine, theirs);
  });
}
