/** The list with one of its items a place further up or down; at the end it stays. */
export function moved<T>(items: readonly T[], at: number, step: 'up' | 'down'): T[] {
  const to = step === 'up' ? at - 1 : at + 1;
  const [item, other] = [items[at], items[to]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((one, index) => (index === at ? other : index === to ? item : one));
}
