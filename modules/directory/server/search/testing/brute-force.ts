import type { LocalizedText } from '@qantara/kernel';
import { ServiceSearch } from '../../../contract/index.ts';
import {
  askedMoment,
  DENIES_WHEELCHAIR,
  distanceBetween,
  isOpenAt,
  NAMES_AMOUNT,
  rankOrder,
  SAYS_FREE,
  SAYS_WHEELCHAIR,
  type AskedWord,
  type Moment,
  type Point,
} from '../../../domain/index.ts';
import { askedWords } from '../asked-search.ts';
import {
  columnsOfMade,
  type Ground,
  type Input,
  type MadeDirectory,
  type MadePlace,
  type MadeService,
} from './made-directory.ts';

type Question = ServiceSearch & {
  words_: AskedWord[];
  moment: Moment | null;
  /** From where; null is nowhere, undefined that nobody asked. */
  centre: Point | null | undefined;
  ground: Ground;
};

const textsOf = (text: LocalizedText | null): string[] => Object.values(text ?? {}).filter((one) => one !== undefined);
const openPlaces = (made: MadeService): MadePlace[] => made.places.filter((one) => !one.isConfidential);
const says = (text: string, pattern: string): boolean =>
  new RegExp(pattern.replaceAll('[[:space:]]', '\\s'), 'i').test(text);

function places(words: AskedWord[], made: MadeService, ground: Ground) {
  const columns = columnsOfMade(made, ground.needs);
  const [name = [], head = [], rest = []] = [columns.search_name, columns.search_words, columns.search_text].map(
    (one) => one.split(' '),
  );
  return words.map(({ word, keys }, index) => {
    const isHalf = index === words.length - 1 && word.length > 1;
    const literal = (column: string[]) => column.some((one) => one === word || (isHalf && one.startsWith(word)));
    const sound = [...name, ...head].some((one) => keys.includes(one));
    const inHead = literal([...name, ...head]) || sound;
    return { inName: literal(name), inHead, isThere: inHead || literal(rest) };
  });
}

/** What the words mean to a service: 0 where they do not find it. */
function meaningOf(made: MadeService, { words_, ground }: Question, joined: 'all' | 'any'): number {
  const found = places(words_, made, ground);
  if (joined === 'any') {
    const there = found.filter(({ isThere }) => isThere).length;
    return there === 0 ? 0 : 2 * there + (found.some(({ inName }) => inName) ? 1 : 0);
  }
  if (!found.every(({ isThere }) => isThere)) return 0;
  if (found.every(({ inName }) => inName)) return 3;
  return found.every(({ inHead }) => inHead) ? 2 : 1;
}

function near(made: MadeService, { centre, radius }: Question): { spot: MadePlace; distance: number }[] {
  return openPlaces(made).flatMap((spot) => {
    const distance = centre && spot.point !== null ? distanceBetween(centre, spot.point) : Infinity;
    return distance <= radius ? [{ spot, distance }] : [];
  });
}

function isFree({ fees, amounts }: MadeService): boolean {
  if (amounts.some((amount) => amount > 0)) return false;
  const texts = textsOf(fees);
  return (
    amounts.includes(0) ||
    (texts.some((text) => says(text, SAYS_FREE)) && !texts.some((text) => says(text, NAMES_AMOUNT)))
  );
}

function isRemote(made: MadeService): boolean {
  if (openPlaces(made).some(({ type }) => type === 'virtual')) return true;
  const isSomewhere = made.places.some(({ isConfidential, type }) => isConfidential || type === 'physical');
  return !isSomewhere && (made.phone === 'voice' || made.url !== null);
}

function isOpen(made: MadeService, moment: Moment, here: MadePlace[] | null): boolean {
  const hidden = new Set<string>(made.places.filter((spot) => spot.isConfidential).map((spot) => spot.locationId));
  const openly = made.hours.filter(({ locationId }) => locationId === null || !hidden.has(locationId));
  return isOpenAt(openly, moment, here?.map(({ locationId }) => locationId) ?? null);
}

function saysWheelchair({ accessibility }: MadePlace): boolean {
  return textsOf(accessibility).some((text) => says(text, SAYS_WHEELCHAIR) && !says(text, DENIES_WHEELCHAIR));
}

type Rule = (made: MadeService, asked: Question, here: MadePlace[]) => boolean;

/** Each filter in words of its rule alone, and whether anybody asked for it. */
const RULES: [isAsked: (asked: Question) => boolean, holds: Rule][] = [
  [() => true, ({ status, isMerged }) => status === 'active' && !isMerged],
  [({ needCode }) => needCode !== undefined, (made, { needCode }) => made.needCodes.some((one) => one === needCode)],
  [
    ({ areaId }) => areaId !== undefined,
    (made, { areaId = '', ground }) =>
      made.areaIds.length === 0 || made.areaIds.some((one) => ground.serving.get(areaId)?.includes(one)),
  ],
  [({ centre }) => centre !== undefined, (_made, _asked, here) => here.length > 0],
  [
    ({ moment }) => moment !== null,
    (made, { moment, centre }, here) => moment !== null && isOpen(made, moment, centre === undefined ? null : here),
  ],
  [({ free }) => free === true, isFree],
  [
    ({ age }) => age !== undefined,
    (made, { age = 0 }) => age >= (made.minimumAge ?? 0) && age <= (made.maximumAge ?? Infinity),
  ],
  [({ language }) => language !== undefined, (made, { language = '' }) => made.languages.includes(language)],
  [({ access }) => access === 'said', (_made, _asked, here) => here.some((spot) => spot.accessibility !== null)],
  [({ access }) => access === 'wheelchair', (_made, _asked, here) => here.some(saysWheelchair)],
  [({ remote }) => remote === true, isRemote],
  [({ capacity }) => capacity !== undefined, (made, { capacity }) => made.capacity === capacity],
];

function fits(made: MadeService, asked: Question): boolean {
  const here = asked.centre === undefined ? openPlaces(made) : near(made, asked).map(({ spot }) => spot);
  return RULES.every(([isAsked, holds]) => !isAsked(asked) || holds(made, asked, here));
}

function middleOf(made: MadeDirectory, postcode: string): Point | null {
  const plain = (said: string | null) => said?.replaceAll(' ', '');
  const points = made.services
    .flatMap(openPlaces)
    .flatMap((spot) => (spot.point !== null && plain(spot.postcode) === plain(postcode) ? [spot.point] : []));
  const mean = (of: keyof Point) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  return points.length === 0 ? null : { latitude: mean('latitude'), longitude: mean('longitude') };
}

function centreOf(made: MadeDirectory, { latitude, longitude, postcode }: ServiceSearch): Question['centre'] {
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  return postcode === undefined ? undefined : middleOf(made, postcode);
}

/** The whole search, service by service, by the rules alone: what it must find, in its order. `isStrict` asks for all the words. */
export function searchByHand(
  made: MadeDirectory,
  input: Input,
  of: { ground: Ground; now: Date; isStrict?: boolean },
): MadeService[] {
  const parsed = ServiceSearch.parse(input);
  const asked: Question = {
    ...parsed,
    words_: askedWords(parsed.words),
    moment: askedMoment(parsed, { now: of.now, timeZone: 'UTC' }),
    centre: centreOf(made, parsed),
    ground: of.ground,
  };
  const isTyped = asked.words_.length > 0;
  const ranked = (joined: 'all' | 'any') =>
    made.services
      .filter((one) => fits(one, asked))
      .map((one) => ({
        ...one,
        meaning: isTyped ? meaningOf(one, asked, joined) : 0,
        distance: asked.centre === undefined ? null : Math.min(...near(one, asked).map(({ distance }) => distance)),
      }))
      .filter(({ meaning }) => !isTyped || meaning > 0)
      .toSorted(rankOrder(of.now));
  const all = ranked('all');
  return all.length > 0 || asked.words_.length < 2 || of.isStrict === true ? all : ranked('any');
}
