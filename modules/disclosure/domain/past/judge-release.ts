import type { ReleasedTable } from '../../contract/index.ts';
import { isFew, type GridCell } from '../grid/grid.ts';
import { protectGrid, type Protection } from '../grid/protect-grid.ts';
import { gridOf, type CellPlaces } from '../grid/table-grid.ts';
import { toReleased } from '../protect-table.ts';
import { isComparable } from './is-comparable.ts';
import {
  epochOf,
  INCOMING,
  joinAll,
  layoutOf,
  type CountedCut,
  type Joining,
  type Known,
  type PastRelease,
} from './joint-grid.ts';
import { relateAtoms } from './relate-atoms.ts';
import { relatedTo } from './related-to.ts';
import { relateGrowth } from './relate-growth.ts';
import { isPrinted, relateFewMore, relateMoves, relateOverlaps, type Move } from './relate-cuts.ts';

/** Why a new table is not told: it and an earlier one would tell of a few, or too much hangs together to prove that they do not. */
export type WhyNot = 'small_change' | 'was_told' | 'together' | 'not_comparable' | 'too_much';

export type Judgement = { released: ReleasedTable; epoch: number } | { whyNot: WhyNot };

/** More numbers than this are not judged with all that was told before. */
const MOST_NUMBERS = 12_000;

const NUMBERS = ['count', 'outOf'] as const;
type Paired = { local: number; joint: number };

/** The numbers of the incoming table, in its own grid and in the joint one. */
function pairsOf(own: readonly CellPlaces[], joint: readonly CellPlaces[]): Paired[] {
  return own.flatMap((place, index) =>
    NUMBERS.flatMap((number) => {
      const [local, there] = [place[number], joint[index]?.[number]];
      return local === null || there === null || there === undefined ? [] : [{ local, joint: there }];
    }),
  );
}

/** For each number of the incoming table, what was said of the same people when records were not as they are now. */
function earlierBy({ joint }: Joining, epoch: number): Map<number, GridCell[]> {
  const byBox = new Map<string, Known[]>();
  for (const [key, one] of joint.known) {
    if (!isPrinted(one)) continue;
    const box = key.slice(key.indexOf('|') + 1);
    byBox.set(box, [...(byBox.get(box) ?? []), one]);
  }
  const earlier = new Map<number, GridCell[]>();
  for (const versions of byBox.values()) {
    const now = versions.find(({ sources }) => sources.has(INCOMING));
    if (now === undefined) continue;
    const before = versions.filter((one) => one.epoch < epoch).flatMap(({ cell }) => joint.cells[cell] ?? []);
    if (before.length > 0) earlier.set(now.cell, before);
  }
  return earlier;
}

type Case = { joining: Joining; epoch: number; pairs: Paired[]; alone: readonly boolean[]; move: Move };

/** A number that was told before is told anew only where what came or went since is nobody, or enough. */
function tellsSmallChange({ joining, epoch, pairs, alone }: Case): boolean {
  const earlier = earlierBy(joining, epoch);
  return pairs.some(({ local, joint }) => {
    const now = joining.joint.cells[joint];
    if (now === undefined || alone[local] === true) return false;
    return (earlier.get(joint) ?? []).some(
      (before) => before.fate === 'told' && isFew(Math.abs(now.count - before.count), now.width),
    );
  });
}

/** Where records also went, the pattern stays as it was: nothing that was hidden is told, so that neither count gives the other away. */
function keepPattern({ joining, epoch, pairs }: Case): void {
  const earlier = earlierBy(joining, epoch);
  for (const { joint } of pairs) {
    const now = joining.joint.cells[joint];
    if (now !== undefined && (earlier.get(joint) ?? []).some(({ fate }) => fate === 'hidden')) now.isSensitive = true;
  }
}

/** A number that was told and would now be hidden for the sake of the earlier table. */
function hidesWhatWasTold({ joining, epoch, pairs, alone, move }: Case, together: Protection): boolean {
  const earlier = earlierBy(joining, epoch);
  return pairs.some(({ local, joint }) => {
    const isHiddenNow = together.isHidden[joint] === true && (move === 'mixed' || alone[local] !== true);
    return isHiddenNow && (earlier.get(joint) ?? []).some(({ fate }) => fate === 'told');
  });
}

/** Hidden numbers of one sum that moved by a few between them. */
function groupMovesByFew({ joining, epoch, pairs }: Case, together: Protection): boolean {
  const earlier = earlierBy(joining, epoch);
  const mine = new Set(pairs.map(({ joint }) => joint));
  const moved = (cell: number): number | null => {
    const before = earlier.get(cell)?.at(-1);
    const now = joining.joint.cells[cell];
    return before === undefined || now === undefined ? null : now.count - before.count;
  };
  return joining.joint.relations.some(({ whole, parts }) => {
    if (![whole, ...parts].every((cell) => mine.has(cell) && moved(cell) !== null) || together.isHidden[whole] === true)
      return false;
    const hidden = parts.filter((cell) => together.isHidden[cell] === true);
    const sum = hidden.reduce((total, cell) => total + (moved(cell) ?? 0), 0);
    return hidden.length > 0 && isFew(Math.abs(sum), joining.joint.cells[whole]?.width ?? 0);
  });
}

function whyNotTogether(one: Case, together: Protection): WhyNot | null {
  if (together.detail !== 'whole') return 'together';
  if (hidesWhatWasTold(one, together)) return 'was_told';
  return one.move === 'mixed' && groupMovesByFew(one, together) ? 'small_change' : null;
}

function joinWith(incoming: CountedCut, past: readonly PastRelease[]): { joining: Joining; epoch: number; move: Move } {
  const layouts = [incoming, ...past].map(layoutOf);
  const related = relatedTo(incoming, past);
  const join = (epoch: number): { joining: Joining; fits: boolean } => {
    const joining = joinAll(incoming, related, { epoch, layouts });
    return { joining, fits: relateOverlaps(joining) };
  };
  const first = epochOf(incoming, past);
  const tried = join(first);
  const epoch = tried.fits ? first : first + 1;
  const { joining } = tried.fits ? tried : join(epoch);
  const { move, fellAt } = relateMoves(joining, epoch);
  if (!relateAtoms(joining, fellAt) && move === 'grown') relateGrowth(joining);
  relateFewMore(joining, epoch);
  return { joining, epoch, move };
}

/** What may not be told alone may not be told together either. */
function keepHidden({ joining, pairs, alone }: Case): void {
  for (const { local, joint } of pairs) {
    const cell = joining.joint.cells[joint];
    if (cell !== undefined && alone[local] === true) cell.isSensitive = true;
  }
}

/** Of the incoming table what is hidden alone, and what is hidden for the sake of the others. */
function hiddenOf({ pairs, alone }: Case, together: Protection): boolean[] {
  const isHidden = [...alone];
  for (const { local, joint } of pairs) if (together.isHidden[joint] === true) isHidden[local] = true;
  return isHidden;
}

/** Nothing is left of it that may be told: it is not told as a table of nothing, which would take the place of the one before. */
function tellsNothing({ pairs, alone }: Case, isHidden: readonly boolean[]): boolean {
  const tells = (hidden: readonly boolean[]): boolean => pairs.some(({ local }) => hidden[local] !== true);
  return tells(alone) && !tells(isHidden);
}

/** What is hidden of a cut beside all that was told before, or why it is not told. */
function judgeTogether(one: Case): { isHidden: readonly boolean[] } | { whyNot: WhyNot } {
  if (one.joining.joint.cells.length > MOST_NUMBERS) return { whyNot: 'too_much' };
  if (tellsSmallChange(one)) return { whyNot: 'small_change' };
  keepHidden(one);
  if (one.move === 'mixed') keepPattern(one);
  const together = protectGrid(one.joining.joint);
  const whyNot = whyNotTogether(one, together);
  if (whyNot !== null) return { whyNot };
  const isHidden = hiddenOf(one, together);
  return tellsNothing(one, isHidden) ? { whyNot: 'together' } : { isHidden };
}

/**
 * Whether a cut may be told after all that was told of its dataset before, and how. It is protected alone, as though nobody had kept
 * the earlier ones; then with them, as one grid: the same people counted over the same records are one number; of records that moved
 * on, what came between is a count like any other. Where that cannot be, or would hide what was told, the earlier release stands.
 */
export function judgeRelease(incoming: CountedCut, past: readonly PastRelease[]): Judgement {
  const own = gridOf(incoming.table, incoming.policy);
  const { isHidden: alone, detail } = protectGrid(own);
  const finish = (isHidden: readonly boolean[], epoch: number): Judgement => ({
    released: toReleased(incoming.table, incoming.policy, { places: own.places, isHidden, detail }),
    epoch,
  });
  if (past.length === 0) return finish(alone, 1);
  if (!isComparable(incoming, past)) return { whyNot: 'not_comparable' };
  const { joining, epoch, move } = joinWith(incoming, past);
  const judged = judgeTogether({ joining, epoch, move, alone, pairs: pairsOf(own.places, joining.joint.places) });
  return 'whyNot' in judged ? judged : finish(judged.isHidden, epoch);
}
