import type { Detail } from '../../contract/index.ts';
import { auditOnce } from './audit-grid.ts';
import type { Grid } from './grid.ts';
import { beginHiding, hideCompanions, type Hiding } from './hide-companions.ts';

/** What is hidden, by index, and how much could be told. */
export type Protection = { isHidden: readonly boolean[]; detail: Detail };

/** Hides companions and audits, in turn, until the audit finds nothing; false where nothing is left to hide. */
function isMadeSafe(hiding: Hiding): boolean {
  for (;;) {
    if (!hideCompanions(hiding)) return false;
    const step = auditOnce(hiding);
    if (step === 'safe') return true;
    if (step === 'stuck') return false;
  }
}

/** The cells that are part of nothing: all that a table can be told by, where nothing less of it can be. */
function topsOf({ cells, relations }: Grid): boolean[] {
  const isPart = new Set(relations.flatMap(({ parts }) => parts));
  return cells.map((_, index) => !isPart.has(index));
}

function hideAllBut(grid: Grid, isKept: (cell: number) => boolean): Hiding {
  const hiding = beginHiding(grid);
  for (const [index, { fate }] of grid.cells.entries())
    if (fate === 'open' && !isKept(index)) hiding.unknown[index] = true;
  return hiding;
}

/**
 * Primary, secondary suppression and the audit. Where a table cannot be protected it is told by its totals alone; where not even they
 * can be, nothing of it is: then nobody learns more than they knew, which needs no proof.
 */
export function protectGrid(grid: Grid): Protection {
  const careful = beginHiding(grid);
  if (isMadeSafe(careful)) return { isHidden: careful.unknown, detail: 'whole' };
  const isTop = topsOf(grid);
  const bare = hideAllBut(grid, (cell) => isTop[cell] === true && grid.cells[cell]?.isSensitive !== true);
  if (isMadeSafe(bare)) return { isHidden: bare.unknown, detail: 'totals' };
  return { isHidden: hideAllBut(grid, () => false).unknown, detail: 'nothing' };
}
