import type { CutTable, Figure, Indicator, Observation } from '../../contract/index.ts';
import { MISSING } from './outcome-table.ts';
import { tellRows } from './told-rows.ts';

type Measured = Pick<Observation, 'startsOn' | 'endsOn' | 'cut' | 'numerator' | 'denominator' | 'value'>;

/** Of a part of a part nothing is told: two traits together soon point at one person. */
const groupOf = (cut: string): string | null =>
  cut === '' || cut.includes('|') ? null : cut.slice(0, cut.indexOf(':'));

const figureOf = ({ numerator, denominator, value }: Measured): Figure => ({
  numerator,
  denominator,
  value,
  state: 'shown',
});

/**
 * What everybody may read of a measure by one trait at a time, of one place: the newest period of each trait. The whole is public already, so
 * it hides nobody; a part of a few takes another part with it. A number without counts behind it is told as its source tells it.
 */
export function tellCuts(observations: readonly Measured[]): CutTable[] {
  const wholes = new Map(observations.filter(({ cut }) => cut === '').map((one) => [one.startsOn, one]));
  const byGroup = Map.groupBy(observations, ({ cut }) => groupOf(cut));
  return [...byGroup].flatMap(([group, parts]) => {
    if (group === null) return [];
    const newest = parts
      .map(({ startsOn }) => startsOn)
      .toSorted()
      .at(-1);
    const own = parts.filter(({ startsOn }) => startsOn === newest).toSorted((a, b) => (a.cut < b.cut ? -1 : 1));
    const [first] = own;
    if (first === undefined) return [];
    const whole = wholes.get(first.startsOn);
    const rows = own.map((one) => ({ key: one.cut, label: null, figure: figureOf(one) }));
    const told = tellRows({ total: whole === undefined ? MISSING : figureOf(whole), rows }, { isTotalKnown: true });
    const { startsOn, endsOn } = first;
    return [{ group, startsOn, endsOn, rows: told.rows.map(({ key, figure }) => ({ cut: key, figure })) }];
  });
}

/** Only what a source said of a population has such parts; our own counts are broken down as they are released. */
export const hasCuts = ({ recipe, unit }: Indicator): boolean => recipe === null && unit !== 'words';
