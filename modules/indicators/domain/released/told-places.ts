import type { Figure, Observation, Row } from '../../contract/index.ts';
import { tellsOfFew } from '../figures.ts';
import { MISSING } from './outcome-table.ts';
import { tellRows } from './told-rows.ts';

type Place = { areaId: string; parentAreaId: string | null };
type Measured = Pick<Observation, 'areaId' | 'startsOn' | 'endsOn' | 'numerator' | 'denominator' | 'value'>;

/** What a source says of a whole and its places: the whole is public where it is not itself of a few, and then hides nobody. */
export function tellPlaces(table: { total: Figure; rows: Row[] }): { total: Figure; rows: Row[] } {
  return tellRows(table, { isTotalKnown: !tellsOfFew(table.total) });
}

const figureOf = ({ numerator, denominator, value }: Measured): Figure => ({
  numerator,
  denominator,
  value,
  state: 'shown',
});

type Said = { of: ReadonlyMap<string, Measured>; places: readonly Place[] };

/** The places within one that may not be told, and all that lies in them: together they would tell it. */
function hiddenWithin({ of, places }: Said, parent: string, isHidden: boolean): string[] {
  const own = places.filter(({ parentAreaId }) => parentAreaId === parent);
  const told = own.flatMap(({ areaId }) => of.get(areaId) ?? []);
  const whole = of.get(parent);
  const { rows } = tellPlaces({
    total: whole === undefined || isHidden ? MISSING : figureOf(whole),
    rows: told.map((one) => ({ key: one.areaId, label: null, figure: figureOf(one) })),
  });
  const hidden = new Set(rows.flatMap(({ key, figure }) => (isHidden || figure.state === 'suppressed' ? [key] : [])));
  return own.flatMap(({ areaId }) => [
    ...(hidden.has(areaId) ? [areaId] : []),
    ...hiddenWithin({ of, places }, areaId, isHidden || hidden.has(areaId)),
  ]);
}

/** The places of one period that may not be told. */
function hiddenOf(own: readonly Measured[], places: readonly Place[]): Set<string> {
  const of = new Map(own.map((one) => [one.areaId, one]));
  const roots = places.filter(({ parentAreaId }) => parentAreaId === null);
  return new Set(
    roots.flatMap(({ areaId }) => {
      const whole = of.get(areaId);
      const isHidden = whole !== undefined && tellsOfFew(whole);
      return [...(isHidden ? [areaId] : []), ...hiddenWithin({ of, places }, areaId, isHidden)];
    }),
  );
}

/** Of what a source said of places, period by period, what everybody may read: none of a few, and none that another place would tell. */
export function toldOfPlaces<One extends Measured>(observations: readonly One[], places: readonly Place[]): One[] {
  const periodOf = ({ startsOn, endsOn }: Measured): string => `${startsOn} ${endsOn}`;
  const hidden = new Map(
    [...Map.groupBy(observations, periodOf)].map(([period, own]) => [period, hiddenOf(own, places)]),
  );
  return observations.filter((one) => hidden.get(periodOf(one))?.has(one.areaId) !== true);
}
