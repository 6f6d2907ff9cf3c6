import { FrameworkArea, Lever, Progress, type Item } from '../contract/index.ts';

/** What a plan is narrowed to; what is not asked is null. */
export type PlanFilter = {
  progress: Progress | null;
  frameworkArea: FrameworkArea | null;
  lever: Lever | null;
  leadOrganisationId: string | null;
};

/** The filter in an address; a value that is none of the list asks for nothing. */
export function planFilterOf(query: URLSearchParams): PlanFilter {
  const one = <T extends string>(options: readonly T[], name: string): T | null =>
    options.find((option) => option === query.get(name)) ?? null;
  return {
    progress: one(Progress.options, 'progress'),
    frameworkArea: one(FrameworkArea.options, 'frameworkArea'),
    lever: one(Lever.options, 'lever'),
    leadOrganisationId: query.get('lead') || null,
  };
}

function matches(item: Item, filter: PlanFilter): boolean {
  const { progress, frameworkArea, lever, leadOrganisationId } = filter;
  return (
    (progress === null || item.progress === progress) &&
    (frameworkArea === null || item.frameworkAreas.includes(frameworkArea)) &&
    (lever === null || item.lever === lever) &&
    (leadOrganisationId === null || item.leadOrganisationId === leadOrganisationId)
  );
}

/** The initiatives that match, with everything above them, so that each keeps its place in the plan. */
export function narrowed(items: Item[], filter: PlanFilter): Item[] {
  if (Object.values(filter).every((part) => part === null)) return items;
  const kept = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'initiative' || !matches(item, filter)) continue;
    for (
      let above: Item | undefined = item;
      above !== undefined;
      above = items.find(({ itemId }) => itemId === above?.parentItemId)
    )
      kept.add(above.itemId);
  }
  return items.filter(({ itemId }) => kept.has(itemId));
}
