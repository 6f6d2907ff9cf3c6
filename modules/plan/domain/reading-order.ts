type Numbered = { itemId: string; parentItemId: string | null; number: string };

const { compare } = new Intl.Collator('en', { numeric: true });
const byNumber = (a: Numbered, b: Numbered): number => compare(a.number, b.number);

/** The items as a plan is read: each followed by what is under it, in the order of their numbers, at any depth. */
export function inReadingOrder<Item extends Numbered>(items: Item[], parentItemId: string | null = null): Item[] {
  return items
    .filter((item) => item.parentItemId === parentItemId)
    .toSorted(byNumber)
    .flatMap((item) => [item, ...inReadingOrder(items, item.itemId)]);
}
