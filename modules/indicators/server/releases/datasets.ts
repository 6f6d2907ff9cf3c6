import type { Indicator } from '../../contract/index.ts';
import { isOutcome } from '../../domain/index.ts';

/** What became of referrals: closure, help and how many were sent are figures of the same tables, and judged together. */
export const OUTCOMES = 'figures.outcomes';
/** Needs that were said, of which it is not known whose they are. */
export const WANTED = 'figures.wanted_needs';

/** The dataset that an indicator of ours is released in: one for what is counted, whatever a region calls it, so that two names never tell two days of it. */
export function datasetOf({ recipe, code }: Pick<Indicator, 'recipe' | 'code'>): string {
  if (isOutcome(recipe)) return OUTCOMES;
  return recipe === 'wanted_needs' ? WANTED : `figures.${recipe ?? code}`;
}

/** Whether it has a dataset of its own, told of the whole year alone. Of one need only what became of referrals is told. */
export function isOfWholeYear(indicator: Pick<Indicator, 'recipe' | 'code' | 'needCode' | 'isOfPeople'>): boolean {
  const dataset = datasetOf(indicator);
  return indicator.isOfPeople && indicator.needCode === null && dataset !== OUTCOMES && dataset !== WANTED;
}

export const cutOf = (year: number): { period: string[] } => ({ period: [String(year)] });
