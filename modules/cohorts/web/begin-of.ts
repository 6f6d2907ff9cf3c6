import { Criteria, type Cohort } from '../contract/index.ts';

/** What a cohort's form begins with. */
export type Begin = Partial<Pick<Cohort, 'kind' | 'name' | 'purpose' | 'description' | 'startsOn' | 'lastDay'>> & {
  capacity: string;
  hasComparison: boolean;
  criteria: Criteria;
};

/** A figure as a field begins with it. */
export const figure = (value: number | null): string => (value === null ? '' : String(value));

/** A cohort as it is, or one of which nothing is said yet. */
export function beginOf(cohort: Cohort | null): Begin {
  if (cohort === null) return { capacity: '', hasComparison: false, criteria: Criteria.parse({}) };
  return { ...cohort, capacity: figure(cohort.capacity) };
}
