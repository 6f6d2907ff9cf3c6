import type { Progress } from '../contract/index.ts';
import { rollUp, type RolledUp } from './roll-up.ts';

export type TreeNode = {
  itemId: string;
  parentItemId: string | null;
  weight: number;
  progress: Progress | null;
  shareDone: number | null;
  targets: readonly { progress: number | null }[];
};

const within = (progress: number): number => Math.min(1, Math.max(0, progress));

/** What is said of work: done is all of it and planned is none; on the way it is the share that is said. Stopped tells nothing. */
function saidOf({ progress, shareDone }: TreeNode): number | null {
  if (progress === 'done') return 1;
  if (progress === 'planned') return 0;
  if (progress === null || progress === 'stopped' || shareDone === null) return null;
  return shareDone / 100;
}

/**
 * How far each node is, from the leaves up: by its own targets where it has any, else by what is under it, else by what is said of
 * it. More than the whole way counts as the whole, lest one success hide a failure.
 */
export function rollUpTree(nodes: readonly TreeNode[]): Map<string, RolledUp> {
  const under = Map.groupBy(nodes, ({ parentItemId }) => parentItemId);
  const rolled = new Map<string, RolledUp>();
  const roll = (node: TreeNode): RolledUp => {
    const children = (under.get(node.itemId) ?? []).map((child) => ({ weight: child.weight, ...roll(child) }));
    const own = node.targets.map(({ progress }) => ({
      weight: 1,
      progress: progress === null ? null : within(progress),
    }));
    const said = { weight: 1, progress: saidOf(node) };
    const parts = [own, children, [said]].find(({ length }) => length > 0) ?? [];
    const up = rollUp(parts);
    rolled.set(node.itemId, up);
    return up;
  };
  for (const root of under.get(null) ?? []) roll(root);
  return rolled;
}
