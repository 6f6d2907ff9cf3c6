import type { Measure, PublishedMeasure } from './context.ts';

/** The measures of all modules by their codes. Throws where two have one code: figures would be of either. */
export function measuresOf(
  modules: readonly { name: string; measures: readonly Measure[] }[],
): ReadonlyMap<string, PublishedMeasure> {
  const found = new Map<string, PublishedMeasure>();
  for (const { name, measures } of modules)
    for (const measure of measures) {
      if (found.has(measure.code)) throw new Error(`two modules publish a measure ${measure.code}`);
      found.set(measure.code, { ...measure, module: name });
    }
  return found;
}
