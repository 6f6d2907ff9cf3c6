import type { CutTable, Figure, Indicator, Observation } from '../../contract/index.ts';
import { HIDDEN } from './outcome-table.ts';
import { traitOf } from './told-places.ts';

type Measured = Pick<Observation, 'startsOn' | 'endsOn' | 'cut' | 'numerator' | 'denominator' | 'value' | 'isTold'>;

const figureOf = ({ numerator, denominator, value, isTold }: Measured): Figure =>
  isTold ? { numerator, denominator, value, state: 'shown' } : HIDDEN;

/**
 * What everybody may read of a measure by one trait at a time, of one place: the newest period of each trait, and of its parts those that
 * are told. Of a part of a part nothing is.
 */
export function tellCuts(observations: readonly Measured[]): CutTable[] {
  const parts = observations.filter(({ cut }) => cut !== '' && !cut.includes('|'));
  return [...Map.groupBy(parts, ({ cut }) => traitOf(cut))].flatMap(([group, ofTrait]) => {
    const newest = ofTrait.reduce((last, { startsOn }) => (startsOn > last ? startsOn : last), '');
    const own = ofTrait.filter(({ startsOn }) => startsOn === newest).toSorted((a, b) => (a.cut < b.cut ? -1 : 1));
    const [first] = own;
    if (first === undefined) return [];
    const { startsOn, endsOn } = first;
    return [{ group, startsOn, endsOn, rows: own.map((one) => ({ cut: one.cut, figure: figureOf(one) })) }];
  });
}

/** Only what a source said of a population has such parts; our own counts are broken down as they are released. */
export const hasCuts = ({ recipe, unit }: Indicator): boolean => recipe === null && unit !== 'words';
