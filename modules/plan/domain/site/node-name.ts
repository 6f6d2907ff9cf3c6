import type { Item, LedNode, NodeName } from '../../contract/index.ts';
import { isLate } from './is-late.ts';

export const nodeNameOf = ({ itemId, number, title, kind }: Item): NodeName => ({ itemId, number, title, kind });

/** A node with how it goes, for a page that lists what somebody holds or where it is. */
export function ledNodeOf(item: Item, today: string): LedNode {
  const { progress, dueOn, isStale } = item;
  return { ...nodeNameOf(item), progress, dueOn, isStale, isLate: isLate(item, today) };
}
