/** The order a list is in: `-due` is `due`, the last first. */
export type SortOrder = { key: string; isDescending: boolean };

/** The order that a query asks for, or the list's own. */
export function sortOrderOf(search: string, fallback: string): SortOrder {
  const asked = new URLSearchParams(search).get('sort') ?? fallback;
  return { key: asked.replace(/^-/, ''), isDescending: asked.startsWith('-') };
}

/** The order that pressing a column's heading asks for: its own, and the other way round when it already is. */
export function nextSort(order: SortOrder, key: string): string {
  return order.key === key && !order.isDescending ? `-${key}` : key;
}
