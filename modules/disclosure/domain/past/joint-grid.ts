import type { CountedTable, Cut, Policy, ReleasedTable, TableDimension } from '../../contract/index.ts';
import type { Fate, Grid, GridCell } from '../grid/grid.ts';
import { gridOf, type CellPlaces } from '../grid/table-grid.ts';
import { boxesOf, keyOfBox, wholesOf, type Box, type Layout } from './box.ts';

/**
 * A cut of a dataset as it was counted, and by which rules it is told. Cuts of one snapshot were counted over the very same records, as
 * who counted them says.
 */
export type CountedCut = {
  cut: Cut;
  table: CountedTable;
  policy: Policy;
  snapshot: string | null;
  hierarchies?: readonly TableDimension[] | undefined;
};

/** How a cut lies among the places of its dataset. */
export const layoutOf = ({ cut, table, hierarchies }: CountedCut): Layout => ({
  cut,
  dimensions: table.dimensions,
  hierarchies,
});
/** One that was told already. Releases of one epoch were counted over the same records; a later one over records that had moved on. */
export type PastRelease = CountedCut & { released: ReleasedTable; epoch: number };

/** One number that all releases of an epoch have in common: of whom, and which of the three numbers. */
export type Known = { cell: number; epoch: number; box: Box; number: keyof CellPlaces; sources: Set<number> };

/** Everything that was told and is to be told, as one grid. */
export type JointGrid = Grid & { known: Map<string, Known>; places: CellPlaces[] };

const RANK: Record<Fate, number> = { told: 3, open: 2, hidden: 1, latent: 0 };

/** What two tables say of one number, together: told once is told; the gentler of two rules holds for what is hidden since before. */
function mergeCells(one: GridCell, other: GridCell): GridCell {
  const fate = RANK[one.fate] >= RANK[other.fate] ? one.fate : other.fate;
  return {
    count: one.count,
    fate,
    isSensitive: one.isSensitive || other.isSensitive,
    width: Math.min(one.width, other.width),
  };
}

const NUMBERS = ['count', 'outOf', 'leftOut'] as const;

/** The fates of a past table's numbers: told, hidden, or printed nowhere. */
function fatesOf(past: PastRelease, places: readonly CellPlaces[]): Map<number, Fate> {
  const fates = new Map<number, Fate>();
  for (const [index, { count, outOf }] of places.entries()) {
    const cell = past.released.cells[index];
    if (count !== null) fates.set(count, cell?.state === 'shown' ? 'told' : 'hidden');
    if (outOf !== null) fates.set(outOf, cell?.outOfState === 'shown' ? 'told' : 'hidden');
  }
  return fates;
}

export type Joining = {
  joint: JointGrid;
  boxOf: (layout: Layout, at: readonly string[]) => Box;
  seen: Set<string>;
  /** Dimensions whose places share people: their pieces do not add up. */
  overlapping: Set<string>;
  /** All places of the dimensions that are known whole. */
  wholes: ReadonlyMap<string, readonly string[]>;
};

/** The number of a box at an epoch, in a word. */
export function placeKey(epoch: number, number: string, box: Box): string {
  return `${epoch}|${number}|${keyOfBox(box)}`;
}

/** The number of a box in the grid, merged with what is there of it; those without a box of their own stand alone. */
function put({ joint }: Joining, cell: GridCell, at: Omit<Known, 'cell' | 'sources'> & { source: number }): number {
  const key = placeKey(at.epoch, at.number, at.box);
  const there = joint.known.get(key);
  if (there === undefined) {
    joint.cells.push(cell);
    joint.known.set(key, {
      cell: joint.cells.length - 1,
      epoch: at.epoch,
      box: at.box,
      number: at.number,
      sources: new Set([at.source]),
    });
    return joint.cells.length - 1;
  }
  const old = joint.cells[there.cell];
  if (old !== undefined) joint.cells[there.cell] = mergeCells(old, cell);
  there.sources.add(at.source);
  return there.cell;
}

/** Adds a relation once: two tables may say the same. */
export function joinRelation({ joint, seen }: Joining, whole: number, parts: readonly number[]): void {
  const key = `${whole}=${parts.toSorted((a, b) => a - b).join()}`;
  if (seen.has(key)) return;
  seen.add(key);
  joint.relations.push({ whole, parts });
}

type Source = {
  given: CountedCut;
  epoch: number;
  source: number;
  fates: (places: readonly CellPlaces[]) => Map<number, Fate>;
};

function join(joining: Joining, { given, epoch, source, fates }: Source): CellPlaces[] {
  const { joint } = joining;
  const grid = gridOf(given.table, given.policy);
  const layout = { cut: given.cut, dimensions: given.table.dimensions };
  const fateOf = fates(grid.places);
  const moved = new Map<number, number>();
  const places = grid.places.map((place, index): CellPlaces => {
    const box = joining.boxOf(layout, given.table.cells[index]?.at ?? []);
    const joined: CellPlaces = { count: null, outOf: null, leftOut: null };
    for (const number of NUMBERS) {
      const local = place[number];
      const cell = local === null ? undefined : grid.cells[local];
      if (local === null || cell === undefined) continue;
      const at = put(joining, { ...cell, fate: fateOf.get(local) ?? cell.fate }, { epoch, number, box, source });
      moved.set(local, at);
      joined[number] = at;
    }
    return joined;
  });
  for (const [index, cell] of grid.cells.entries()) if (!moved.has(index)) moved.set(index, joint.cells.push(cell) - 1);
  for (const { whole, parts } of grid.relations)
    joinRelation(
      joining,
      moved.get(whole) ?? 0,
      parts.map((part) => moved.get(part) ?? 0),
    );
  return places;
}

/** Whether the same people were counted differently: records moved between the two. */
function isMovedSince(
  incoming: Map<string, number>,
  past: PastRelease,
  numbersOf: (of: CountedCut) => Map<string, number>,
): boolean {
  return [...numbersOf(past)].some(([key, count]) => (incoming.get(key) ?? count) !== count);
}

/** In which epoch a new cut stands: that of the last releases where nothing says that records moved on, or a new one. */
export function epochOf(incoming: CountedCut, past: readonly PastRelease[]): number {
  const last = Math.max(0, ...past.map(({ epoch }) => epoch));
  const boxOf = boxesOf([incoming, ...past].map(layoutOf));
  const numbersOf = ({ cut, table }: CountedCut): Map<string, number> =>
    new Map(
      table.cells.flatMap(({ at, count, outOf }) => {
        const key = keyOfBox(boxOf({ cut, dimensions: table.dimensions }, at));
        return [
          ...(count === null ? [] : [[`count ${key}`, count] as const]),
          ...(outOf === null ? [] : [[`outOf ${key}`, outOf] as const]),
        ];
      }),
    );
  const now = numbersOf(incoming);
  const isMoved = past.some((release) => release.epoch === last && isMovedSince(now, release, numbersOf));
  return isMoved ? last + 1 : last;
}

/** Source number of what is to be told now. */
export const INCOMING = -1;

/**
 * Past releases and the incoming cut as one grid, number by number of the same people of the same epoch. Hierarchies are those that any
 * release of the dataset tells of.
 */
export function joinAll(
  incoming: CountedCut,
  past: readonly PastRelease[],
  { epoch, layouts }: { epoch: number; layouts: readonly Layout[] },
): Joining {
  const joint: JointGrid = { cells: [], relations: [], known: new Map(), places: [] };
  const overlapping = new Set(
    layouts.flatMap(({ dimensions }) => dimensions.filter(({ overlaps }) => overlaps).map(({ code }) => code)),
  );
  const joining: Joining = { joint, boxOf: boxesOf(layouts), seen: new Set(), overlapping, wholes: wholesOf(layouts) };
  for (const [source, release] of past.entries())
    join(joining, { given: release, epoch: release.epoch, source, fates: (places) => fatesOf(release, places) });
  joint.places = join(joining, { given: incoming, epoch, source: INCOMING, fates: () => new Map() });
  return joining;
}
