import { newId, type LocalizedText } from '@qantara/kernel';
import fc from 'fast-check';
import type { Capacity, Need, OpeningHours } from '../../../contract/index.ts';
import { searchColumnsOf, type SearchColumns } from '../../../domain/index.ts';

/** A place of a generated directory. */
export type MadePlace = {
  locationId: string;
  type: 'physical' | 'virtual' | 'postal';
  point: { latitude: number; longitude: number } | null;
  isConfidential: boolean;
  postcode: string | null;
  accessibility: LocalizedText | null;
};

/** A service of a generated directory: everything that a search asks of one. */
export type MadeService = {
  serviceId: string;
  name: LocalizedText;
  description: LocalizedText | null;
  status: 'active' | 'inactive';
  isMerged: boolean;
  needCodes: string[];
  areaIds: string[];
  minimumAge: number | null;
  maximumAge: number | null;
  languages: string[];
  capacity: Capacity;
  capacityAt: Date | null;
  assuredAt: Date | null;
  fees: LocalizedText | null;
  amounts: number[];
  url: string | null;
  phone: 'voice' | 'fax' | null;
  places: MadePlace[];
  hours: OpeningHours[];
};

export type MadeDirectory = { organisationId: string; organisationName: LocalizedText; services: MadeService[] };

/** What a generated directory stands on. */
export type Ground = {
  needs: Need[];
  areaIds: string[];
  organisationId: string;
  /** For each area, those whose services reach it. */
  serving: ReadonlyMap<string, string[]>;
};

/** The name of the organisation that offers them all. */
export const ORGANISATION = { ar: 'جمعية الأمل', fr: 'Association Nour' };

/** The search columns of a generated service. */
export function columnsOfMade({ name, description, needCodes }: MadeService, needs: Need[]): SearchColumns {
  return searchColumnsOf({
    names: [name],
    organisationName: ORGANISATION,
    needs: needs.filter((need) => needCodes.includes(need.needCode)),
    texts: [description],
  });
}

const NAMES: LocalizedText[] = [
  { en: 'Food parcels' },
  { fr: 'Épicerie solidaire', ar: 'البقالة التضامنية' },
  { ar: 'مطعم ابن سينا' },
  { fr: 'Hôpital Ibn Sina' },
  { en: 'Night shelter' },
  { ar: 'دار الأمل' },
  { en: 'Amal centre', fr: 'Centre El Amal' },
  { fr: 'Cours de langue' },
];
const TEXTS: (LocalizedText | null)[] = [null, { en: 'A night of food and shelter' }, { ar: 'دروس ولغة وطعام' }];
const WORDS = [
  '',
  '',
  'food',
  'épiceries',
  'amal',
  'الأمل',
  'ibn sina',
  'سينا',
  'night food',
  'el amal shelter',
  'لغة',
  'cour',
];
const POSTCODES = ['1000', '10 00', '2000'];
// One town's corner of the world: distances of a few hundred metres to some thirty kilometres.
export const aPoint = fc.record({
  latitude: fc.integer({ min: 0, max: 20 }).map((step) => 36 + step * 0.012),
  longitude: fc.integer({ min: 0, max: 20 }).map((step) => 10 + step * 0.013),
});
const DATES = ['2026-03-01', '2026-03-02', '2026-03-15', '2026-03-31', '2026-04-01'];
const TIMES = ['00:00', '02:00', '09:00', '12:30', '17:00', '22:00'];
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: null });

const hours: fc.Arbitrary<OpeningHours> = fc
  .record({
    locationId: fc.constant(null),
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.option(oneOf(1, 2, 4, 5, -1, -2), { nil: null, freq: 2 }),
    monthDay: fc.option(oneOf(1, 2, 15, 31, -1, -31), { nil: null, freq: 2 }),
    every: oneOf(1, 1, 1, 2, 3),
    since: maybe(oneOf('2026-01-07', '2026-02-22', '2026-03-02')),
    opensAt: maybe(oneOf(...TIMES)),
    closesAt: maybe(oneOf(...TIMES)),
    validFrom: fc.option(oneOf(...DATES), { nil: null, freq: 2 }),
    validTo: fc.option(oneOf(...DATES), { nil: null, freq: 2 }),
    isClosed: oneOf(false, false, false, true),
    description: fc.constant(null),
  })
  .map((made): OpeningHours => {
    if (made.isClosed) return { ...made, weekday: null, monthDay: null, nth: null, opensAt: null, closesAt: null };
    return made.monthDay === null ? made : { ...made, weekday: null, nth: null };
  });

const place = fc.record({
  locationId: fc.constant(null).map(() => newId<'LocationId'>()),
  type: oneOf('physical' as const, 'physical' as const, 'virtual' as const, 'postal' as const),
  point: maybe(aPoint),
  isConfidential: oneOf(false, false, true),
  postcode: maybe(oneOf(...POSTCODES)),
  accessibility: maybe(
    oneOf<LocalizedText>(
      { en: 'Step-free, ramp at the back' },
      { fr: 'Pas accessible, marches, rampe prévue' },
      { ar: 'يوجد كرسي متحرك' },
      { en: 'Large print' },
    ),
  ),
});

const at = maybe(
  oneOf(...['2026-02-20', '2026-01-10', '2025-09-01', '2024-02-01'].map((day) => new Date(`${day}T10:00:00Z`))),
);

function service({ needs, areaIds }: Ground): fc.Arbitrary<MadeService> {
  const codes = needs.slice(0, 3).map(({ needCode }) => needCode);
  return fc
    .record({
      serviceId: fc.constant(null).map(() => newId<'ServiceId'>()),
      name: oneOf(...NAMES),
      description: oneOf(...TEXTS),
      status: oneOf('active' as const, 'active' as const, 'active' as const, 'inactive' as const),
      isMerged: oneOf(false, false, false, false, true),
      needCodes: fc.uniqueArray(oneOf(...codes), { maxLength: 2 }),
      areaIds: fc.uniqueArray(oneOf(...areaIds), { maxLength: 2 }),
      minimumAge: maybe(oneOf(6, 18, 60)),
      maximumAge: maybe(oneOf(17, 25, 99)),
      languages: fc.uniqueArray(oneOf('ar', 'fr', 'ber')),
      capacity: oneOf(
        'open' as const,
        'waiting_list' as const,
        'full' as const,
        'assessment_first' as const,
        'unknown' as const,
      ),
      capacityAt: at,
      assuredAt: at,
      fees: maybe(
        oneOf<LocalizedText>(
          { fr: 'Gratuit' },
          { ar: 'مجانًا لكل الناس' },
          { en: 'Free for children, then 5 dinars' },
          { en: 'Not free' },
        ),
      ),
      amounts: fc.array(oneOf(0, 0, 12), { maxLength: 2 }),
      url: maybe(fc.constant('https://example.org')),
      phone: oneOf(null, 'voice' as const, 'fax' as const),
      places: fc.array(place, { maxLength: 2 }),
      hours: fc.array(fc.tuple(hours, oneOf<number | null>(null, null, 0, 1)), { maxLength: 4 }),
    })
    .map(({ hours: made, ...rest }) => ({
      ...rest,
      hours: made.map(
        ([one, index]) =>
          ({ ...one, locationId: index === null ? null : (rest.places[index]?.locationId ?? null) }) as OpeningHours,
      ),
    }));
}

/** A small directory in which every filter has something to find and something to pass over. */
export const aDirectory = (ground: Ground): fc.Arbitrary<MadeDirectory> =>
  fc.array(service(ground), { minLength: 1, maxLength: 24 }).map((services) => ({
    organisationId: ground.organisationId,
    organisationName: ORGANISATION,
    // The one that others are merged into is none of them.
    services: services.map((one, index) => (index === 0 ? { ...one, isMerged: false } : one)),
  }));

/** A search as an address asks it. */
export type Input = Record<string, string>;
/** A search with up to three filters. */
export const aSearch = ({ needs, areaIds }: Ground): fc.Arbitrary<Input> =>
  fc
    .record(
      {
        words: oneOf(...WORDS),
        needCode: oneOf(...needs.slice(0, 3).map(({ needCode }) => needCode)),
        areaId: oneOf(...areaIds),
        near: fc.oneof(
          aPoint.map(({ latitude, longitude }) => ({ latitude: String(latitude), longitude: String(longitude) })),
          oneOf(...POSTCODES, '9999').map((postcode) => ({ postcode })),
        ),
        radius: oneOf('1', '5', '20'),
        openAt: oneOf('now', 'MO', 'SU', ...DATES, ...DATES.flatMap((date) => TIMES.map((time) => `${date}T${time}`))),
        free: fc.constant('true'),
        age: oneOf('5', '17', '18', '30'),
        language: oneOf('ar', 'fr', 'ber', 'en'),
        access: oneOf('said', 'wheelchair'),
        remote: fc.constant('true'),
        capacity: oneOf('open', 'full', 'waiting_list'),
      },
      { requiredKeys: [] },
    )
    .chain((all) => {
      const names = Object.keys(all) as (keyof typeof all)[];
      return fc.subarray(names, { maxLength: 3 }).map((kept) => {
        const { near, ...rest } = Object.fromEntries(kept.map((name) => [name, all[name]])) as Input & { near?: Input };
        return { ...rest, ...near };
      });
    });
