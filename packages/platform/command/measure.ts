import type { RawBuilder } from 'kysely';

/** By what the facts of a measure may be told apart, where their module publishes it. */
export type MeasureTrait = 'area' | 'need' | 'language' | 'age' | 'gender' | 'partner';

/**
 * What a module publishes to be counted: conditions over `fact`, a row of a view of its own that holds nobody's name. Whoever keeps
 * measures counts it by period and trait; the words of it are the module's, by its code (`<module>.counted.<code>`, `<module>.out_of.<code>`).
 */
export type Measure = {
  code: string;
  unit: 'ratio' | 'count' | 'days';
  better: 'up' | 'down';
  /** Whether it counts people, or what was done for them: then nothing of it is told that would tell of a few. */
  isOfPeople: boolean;
  /** The published view. */
  source: string;
  /** What is counted, of what it is counted out of. */
  numerator: RawBuilder<unknown>;
  denominator: RawBuilder<unknown>;
  /** When a row falls into a period; null where rows say how things stand now, so that of a period that is over nothing is known. */
  at: RawBuilder<unknown> | null;
  /** When a row was written last. */
  newest: RawBuilder<unknown>;
  traits: Partial<Record<MeasureTrait, RawBuilder<string>>>;
  /** What is joined to tell a trait apart, where the view does not hold it. */
  joins?: Partial<Record<MeasureTrait, RawBuilder<unknown>>>;
  /** Of a length of time: how many days, and by when which share of the rows has ended. */
  length?: { days: RawBuilder<unknown>; share: number };
};

/** The same, with the name of its module. */
export type PublishedMeasure = Measure & { module: string };

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
