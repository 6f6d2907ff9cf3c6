import fc from 'fast-check';
import type { DataCategory, RecordClass } from '@qantara/people/contract';

/** How many organisations, areas and teams a world has; people and readers name them by number. */
export const HOUSES = 4;
export const AREAS = 3;

/** What was agreed to: who may know what, from when it runs, and what became of it. */
export type AgreedTo = {
  recipients: number[];
  categories: DataCategory[];
  purpose: 'referral' | 'follow_up';
  became: 'runs' | 'withdrawn' | 'over';
};

/** Somebody of the world. Without a steward nobody has taken their request. */
export type Somebody = {
  steward: number | null;
  recordClass: RecordClass;
  area: number | null;
  consents: AgreedTo[];
  /** The reader who opened the record in an emergency, and what became of it. */
  openedBy: { reader: number; became: 'runs' | 'closed' | 'over' } | null;
};

/** Who reads: what their role has, at which organisation, for which area. */
export type ReaderOfWorld = {
  house: number;
  scope: 'self' | 'organisation' | 'territory';
  area: number;
  classes: RecordClass[];
  fields: ('contact' | 'need')[];
  purposes: ('referral' | 'follow_up')[];
  takesWhatComesIn: boolean;
};

export type World = {
  people: Somebody[];
  readers: ReaderOfWorld[];
  /** The pairs of organisations whose agreement was ended. */
  endedBetween: [number, number][];
};

const house = fc.nat(HOUSES - 1);
const area = fc.nat(AREAS - 1);
const CLASSES = ['ordinary', 'child_protection', 'violence', 'mediation'] as const;

const consent: fc.Arbitrary<AgreedTo> = fc.record({
  recipients: fc.uniqueArray(house, { minLength: 1, maxLength: 2 }),
  categories: fc.uniqueArray(fc.constantFrom('identity', 'contact', 'need', 'note'), { minLength: 1 }),
  purpose: fc.constantFrom('referral', 'follow_up'),
  became: fc.constantFrom('runs', 'runs', 'withdrawn', 'over'),
});

const somebody: fc.Arbitrary<Somebody> = fc
  .record({
    steward: fc.option(house, { freq: 5 }),
    recordClass: fc.constantFrom(...CLASSES),
    area: fc.option(area),
    consents: fc.array(consent, { maxLength: 2 }),
    openedBy: fc.option(fc.record({ reader: fc.nat(5), became: fc.constantFrom('runs', 'closed', 'over') })),
  })
  // Whoever nobody looks after yet has given nobody a consent, and no class.
  .map((one) => (one.steward === null ? { ...one, recordClass: 'ordinary', consents: [] } : one));

const reader: fc.Arbitrary<ReaderOfWorld> = fc.record({
  house,
  scope: fc.constantFrom('organisation', 'organisation', 'self', 'territory'),
  area,
  classes: fc.subarray(['child_protection', 'violence', 'mediation'] as const).map((held) => ['ordinary', ...held]),
  fields: fc.subarray(['contact', 'need'] as const),
  purposes: fc.subarray(['referral', 'follow_up'] as const),
  takesWhatComesIn: fc.boolean(),
});

/** People, what they agreed to, what became of it, and those who read. */
export const world: fc.Arbitrary<World> = fc.record({
  people: fc.array(somebody, { minLength: 4, maxLength: 6 }),
  readers: fc.array(reader, { minLength: 6, maxLength: 6 }),
  endedBetween: fc.uniqueArray(
    fc.tuple(house, house).filter(([one, other]) => one < other),
    { maxLength: 3, selector: ([one, other]) => `${one} ${other}` },
  ),
});

/** The areas are one in the other: 0 is the region, 1 a town of it, 2 a quarter of that town. */
const isIn = (lives: number | null, answersFor: number): boolean => lives !== null && lives >= answersFor;

/** Whether somebody's record is looked after by this reader: their organisation's, or one that nobody has taken. */
export function looksAfter(one: Somebody, by: ReaderOfWorld): boolean {
  if (!by.classes.includes(one.recordClass)) return false;
  if (one.steward === null) return by.takesWhatComesIn;
  return by.scope !== 'self' && one.steward === by.house;
}

/** Whether they answer for where the person lives. */
export function answersFor(one: Somebody, by: ReaderOfWorld): boolean {
  return by.scope === 'territory' && by.classes.includes(one.recordClass) && isIn(one.area, by.area);
}

/** Whether this reader's emergency opening of the person runs; nobody opens what was said in mediation. */
export function openedInEmergency(one: Somebody, number: number): boolean {
  return one.openedBy?.reader === number && one.openedBy.became === 'runs' && one.recordClass !== 'mediation';
}

/** What consents that run let this reader's organisation know, for purposes that their role works for. */
export function sharedWith(one: Somebody, by: ReaderOfWorld): AgreedTo[] {
  if (by.scope === 'self') return [];
  return one.consents.filter(
    ({ became, recipients, purpose }) =>
      became === 'runs' && recipients.includes(by.house) && by.purposes.includes(purpose),
  );
}

/** Whether an agreement between two organisations still lets data pass; within one none is needed. */
const isAgreed = ({ endedBetween }: World, one: number, other: number): boolean =>
  one === other || !endedBetween.some((pair) => pair.includes(one) && pair.includes(other));

/** Whether a partner reads in a referral who it is about: by a consent that runs, and an agreement that does. */
export function isNamedTo(of: World, one: Somebody, house: number): boolean {
  if (one.steward === null || !isAgreed(of, one.steward, house)) return false;
  return one.consents.some(
    ({ became, purpose, recipients, categories }) =>
      became === 'runs' && purpose === 'referral' && recipients.includes(house) && categories.includes('identity'),
  );
}

/** What there is of somebody, each in a table of its own. */
export type Part = 'person' | 'names' | 'contacts' | 'screenings';

/** Which parts of somebody's record this reader sees: the rule, told apart from the program. */
export function partsSeen(one: Somebody, number: number, by: ReaderOfWorld): Part[] {
  const shared = sharedWith(one, by);
  const has = (category: DataCategory): boolean => shared.some(({ categories }) => categories.includes(category));
  const [ours, territory, glass] = [looksAfter(one, by), answersFor(one, by), openedInEmergency(one, number)];
  const whole = ours || glass;
  const seen: [Part, boolean][] = [
    ['person', whole || territory || shared.length > 0],
    ['names', whole || territory || has('identity')],
    ['contacts', by.fields.includes('contact') && (whole || has('contact'))],
    ['screenings', by.fields.includes('need') && ours],
  ];
  return seen.flatMap(([part, isSeen]) => (isSeen ? [part] : []));
}
