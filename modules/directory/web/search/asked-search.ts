import { ServiceSearch, type SearchFilter, type WiderSearch } from '../../contract/index.ts';

/** What may stand in the address of a search, in the order in which it is written. */
const NAMES = [
  'words',
  'needCode',
  'areaId',
  'latitude',
  'longitude',
  'postcode',
  'radius',
  'openAt',
  'openTime',
  'free',
  'age',
  'language',
  'access',
  'remote',
  'capacity',
  'page',
] as const;

type Name = (typeof NAMES)[number];

/** A search as its address says it: what was not asked is not there. `view` is which of the two maps stands beside the list. */
export type AskedSearch = { [name in Name | 'view']?: string | undefined };

function isWhole(name: Name, said: string): boolean {
  return said !== '' && ServiceSearch.shape[name].safeParse(said).success;
}

/** Only what belongs to something else that was asked stays: a radius needs a middle, a time needs a day. */
function withoutLoose(asked: AskedSearch): AskedSearch {
  const { latitude, longitude, radius, openTime, ...rest } = asked;
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : {};
  const isNear = asked.postcode !== undefined || 'latitude' in point;
  return {
    ...rest,
    ...point,
    ...(isNear && radius !== undefined && { radius }),
    ...(asked.openAt !== undefined && asked.openAt !== 'now' && openTime !== undefined && { openTime }),
  };
}

/** What an address asks. One that somebody mistyped or shortened finds what it can rather than an error. */
export function askedIn(query: URLSearchParams): AskedSearch {
  const said = NAMES.map((name): [Name, string] => [name, (query.get(name) ?? '').trim()]);
  const asked = withoutLoose(Object.fromEntries(said.filter(([name, value]) => isWhole(name, value))));
  return query.get('view') === 'areas' ? { ...asked, view: 'areas' } : asked;
}

const OF_FILTER: Record<SearchFilter, Name[]> = {
  words: ['words'],
  needCode: ['needCode'],
  areaId: ['areaId'],
  near: ['latitude', 'longitude', 'postcode', 'radius'],
  openAt: ['openAt', 'openTime'],
  free: ['free'],
  age: ['age'],
  language: ['language'],
  access: ['access'],
  remote: ['remote'],
  capacity: ['capacity'],
};

/** What a search is narrowed by. */
export function chosenIn(asked: AskedSearch): SearchFilter[] {
  return (Object.keys(OF_FILTER) as SearchFilter[]).filter((filter) =>
    OF_FILTER[filter].some((name) => asked[name] !== undefined),
  );
}

/** The address of a search, without some of its filters: the same search has the same address, whatever its form sent along. */
export function addressOf(asked: AskedSearch, without: readonly SearchFilter[] = []): string {
  const left = new Set(without.flatMap((filter) => OF_FILTER[filter]));
  const isSame = without.length === 0;
  const query = new URLSearchParams(
    [...NAMES, 'view' as const].flatMap((name) => {
      const value = asked[name];
      return value === undefined || (name !== 'view' && left.has(name)) || (name === 'page' && !isSame)
        ? []
        : [[name, value]];
    }),
  );
  return `?${query.toString()}`;
}

/** What a wider search leaves out: one filter, or all but one. */
export function widened(
  asked: AskedSearch,
  { without }: WiderSearch,
): { kind: 'without' | 'only'; filter: SearchFilter } {
  const [first = 'words'] = without;
  if (without.length === 1) return { kind: 'without', filter: first };
  return { kind: 'only', filter: chosenIn(asked).find((filter) => !without.includes(filter)) ?? first };
}
