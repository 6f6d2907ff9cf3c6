import type { LocalizedText } from '@qantara/kernel';
import type { Change, Item, NamedPlan, Progress, Story } from '../../contract/index.ts';
import type { z } from 'zod';
import { nodeNameOf } from './node-name.ts';

type Plan = z.infer<typeof NamedPlan>;

/** What was said of a node, without who said it and what stands in the way. */
export type SaidProgress = {
  newsId: string;
  itemId: string;
  on: string;
  progress: Progress | null;
  shareDone: number | null;
};
export type ToldPlan = {
  items: readonly Item[];
  publishedOn: string | null;
  adoptedOn: string | null;
  /** All that was said, the oldest first. */
  said: readonly SaidProgress[];
  /** The words that stand beside a node now, by what they were said with. */
  stories: ReadonlyMap<string, Story>;
  milestones: readonly { itemId: string; doneOn: string | null; words: LocalizedText }[];
  targets: readonly { itemId: string; on: string; measure: LocalizedText }[];
  /** The published plans that follow this one, or joined under it. */
  plans: readonly { kind: 'followed' | 'joined'; on: string; plan: Plan }[];
};

type Told = Pick<Change, 'kind' | 'on'> & Partial<Change>;
const whole = (told: Told): Change => ({
  node: null,
  from: null,
  to: null,
  shareDone: null,
  story: null,
  what: null,
  plan: null,
  ...told,
});

type Named = { itemId: string } & Told;

/** What was said of a node, each beside what was said before it. Where nothing is told of it any more, it is left out. */
function progressOfNode(said: readonly SaidProgress[], stories: ToldPlan['stories']): Named[] {
  return said.flatMap(({ newsId, itemId, on, progress, shareDone }, at): Named[] => {
    const from = said[at - 1]?.progress ?? null;
    const story = stories.get(newsId) ?? null;
    if (progress === null && story === null) return [];
    const kind = progress === from || progress === null ? 'told' : 'progressed';
    return [{ itemId, kind, on, from, to: progress, shareDone, story }];
  });
}

function progressOf({ said, stories }: ToldPlan): Named[] {
  const byNode = Map.groupBy(said, ({ itemId }) => itemId);
  return [...byNode.values()].flatMap((own) => progressOfNode(own, stories));
}

const isAfter = (plan: ToldPlan, on: string): boolean => plan.publishedOn !== null && on >= plan.publishedOn;

/**
 * What changed in a published plan, the newest first. What was said, set or reached before it was published changed nothing for anybody, and is
 * not told; words that newer ones replaced are not either.
 */
export function tellChanges(plan: ToldPlan): Change[] {
  const { publishedOn, adoptedOn } = plan;
  const nodes = new Map<string, Item>(plan.items.map((item) => [item.itemId, item]));
  const reached = plan.milestones.flatMap(({ itemId, doneOn: on, words: what }): Named[] =>
    on === null ? [] : [{ itemId, kind: 'milestone_reached', on, what }],
  );
  const set = plan.targets.map(({ itemId, on, measure: what }): Named => ({ itemId, kind: 'target_set', on, what }));
  const later = [...progressOf(plan), ...set, ...reached].filter(({ on }) => isAfter(plan, on));
  const ofNodes = later.flatMap(({ itemId, ...told }) => {
    const item = nodes.get(itemId);
    return item === undefined ? [] : [whole({ ...told, node: nodeNameOf(item) })];
  });
  const ofPlan: Told[] = [
    ...plan.plans,
    ...(adoptedOn === null ? [] : [{ kind: 'adopted' as const, on: adoptedOn }]),
    ...(publishedOn === null ? [] : [{ kind: 'published' as const, on: publishedOn }]),
  ];
  return [...ofNodes.toReversed(), ...ofPlan.map(whole)].toSorted((one, other) => other.on.localeCompare(one.on));
}

/** The changes of one node at the top of the plan and of all under it, since a day; without either, all of them. */
export function narrowChanges(
  changes: readonly Change[],
  items: readonly Item[],
  { top, since }: { top?: string | undefined; since?: string | undefined },
): Change[] {
  const under = new Set<string>();
  for (const item of items) if (item.number === top || under.has(item.parentItemId ?? '')) under.add(item.itemId);
  return changes.filter(
    ({ node, on }) =>
      (top === undefined || (node !== null && under.has(node.itemId))) && (since === undefined || on >= since),
  );
}
