/** One step of a scale of colours: from its lowest value to its highest, both seen in the data. */
export type ValueClass = { from: number; to: number };

/** Up to `count` classes that hold about as many areas each; equal values never fall into two classes. */
export function valueClasses(values: readonly (number | null)[], count = 5): ValueClass[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const classes: ValueClass[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = sorted.slice(
      Math.round((index * sorted.length) / count),
      Math.round(((index + 1) * sorted.length) / count),
    );
    const last = classes.at(-1);
    const fresh = part.filter((value) => last === undefined || value > last.to);
    const [from] = fresh;
    const to = fresh.at(-1);
    if (from !== undefined && to !== undefined) classes.push({ from, to });
  }
  return classes;
}

/** The class a value falls into, counted from 1; null when it is missing. */
export function classOf(value: number | null, classes: readonly ValueClass[]): number | null {
  if (value === null) return null;
  const found = classes.findIndex(({ to }) => value <= to);
  return found === -1 ? classes.length : found + 1;
}

/** The colour step (1 to 5) of a class, spread over all five steps when there are fewer classes. */
export function colourStep(place: number, count: number): number {
  return count <= 1 ? 3 : Math.round(1 + ((place - 1) * 4) / (count - 1));
}
