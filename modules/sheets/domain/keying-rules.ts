import { refuse } from '@qantara/kernel';
import type { SheetRule, SheetState } from '../contract/index.ts';

/** Where nobody said otherwise: two colleagues key each sheet, and a third decides. */
export const USUAL_RULE: SheetRule = { keying: 'twice', decidedBy: 'third' };

/** Which keying of a sheet comes next; null where none does. */
export function nextTurn(state: SheetState): 1 | 2 | null {
  if (state === 'printed') return 1;
  return state === 'keyed' ? 2 : null;
}

/** Whether this colleague may decide where two keyings differ. */
export function mayDecide(
  rule: Pick<SheetRule, 'decidedBy'>,
  keyedBy: readonly string[],
  accountId: string | null,
): boolean {
  return accountId !== null && (rule.decidedBy === 'either' || !keyedBy.includes(accountId));
}

/** Refuses `sheet_done` where nothing more is done with a sheet. */
export function checkOpen(state: SheetState): void {
  if (state === 'accepted' || state === 'lost' || state === 'spoiled') refuse('sheet_done');
}
