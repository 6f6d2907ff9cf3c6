import type { Birth, PairReason } from '../../contract/index.ts';
import { isOneDay, mayBeOneBirth, birthInterval } from '../names/birth-interval.ts';
import { nameKeys } from '../names/name-tokens.ts';
import { askedNearKeys, nearNameKeys } from '../names/near-keys.ts';

/** What of somebody is compared. `isOwn`: whoever asks looks after them. */
export type Compared = {
  names: readonly string[];
  birth: Birth;
  areaId: string | null;
  contactKeys: readonly string[];
  isRestricted: boolean;
  isOwn: boolean;
};

export type PairScore = { score: number; reasons: PairReason[] };

/** Of 100; a pair is shown from `LEAST_SCORE`, which neither an area nor a first name alone comes to. */
const POINTS: Readonly<Record<PairReason, number>> = {
  same_name: 45,
  near_name: 30,
  part_name: 10,
  same_contact: 35,
  same_birth: 30,
  birth_fits: 10,
  birth_differs: -40,
  same_area: 5,
};
const MOST = 100;
export const LEAST_SCORE = 40;

const isPair = (key: string): boolean => key.includes('+');

/** Whether one name of each is the same in its words, nearly, or in one word. */
function nameReason(one: string, other: string): PairReason | null {
  const [first, second] = [new Set(nameKeys(one)), new Set(nameKeys(other))];
  const common = [...first].filter((key) => second.has(key));
  const isWhole = first.size > 0 && first.size === second.size && common.length === first.size;
  if (common.some(isPair) || (isWhole && first.size === 1)) return common.some(isPair) ? 'same_name' : 'part_name';
  const isNear = (asked: string, held: string): boolean => {
    const { exact, near } = askedNearKeys(asked);
    const [own, short] = [new Set(nameKeys(held)), new Set(nearNameKeys(held))];
    return exact.some((key) => own.has(key)) || near.filter(isPair).some((key) => short.has(key));
  };
  if (isNear(one, other) || isNear(other, one)) return 'near_name';
  return common.length > 0 ? 'part_name' : null;
}

const STRONGEST: readonly PairReason[] = ['same_name', 'near_name', 'part_name'];

function namesReason(one: Compared, other: Compared): PairReason[] {
  const found = new Set(one.names.flatMap((name) => other.names.map((second) => nameReason(name, second))));
  return STRONGEST.filter((reason) => found.has(reason)).slice(0, 1);
}

function birthReason(one: Compared, other: Compared): PairReason[] {
  if (isOneDay(one.birth, other.birth)) return ['same_birth'];
  if (!mayBeOneBirth(one.birth, other.birth)) return ['birth_differs'];
  return birthInterval(one.birth) === null || birthInterval(other.birth) === null ? [] : ['birth_fits'];
}

/**
 * How much speaks for two records being one person, with the reasons; the same whichever comes first. Null for a record that is not
 * to be found, unless whoever asks looks after both.
 */
export function scorePair(one: Compared, other: Compared): PairScore | null {
  if ((one.isRestricted || other.isRestricted) && !(one.isOwn && other.isOwn)) return null;
  const hasOneContact = one.contactKeys.some((key) => other.contactKeys.includes(key));
  const reasons: PairReason[] = [
    ...namesReason(one, other),
    ...(hasOneContact ? (['same_contact'] as const) : []),
    ...birthReason(one, other),
    ...(one.areaId !== null && one.areaId === other.areaId ? (['same_area'] as const) : []),
  ];
  const sum = reasons.reduce((total, reason) => total + POINTS[reason], 0);
  return { score: Math.max(0, Math.min(MOST, sum)), reasons };
}
