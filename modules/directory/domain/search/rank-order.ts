import type { Capacity } from '../../contract/index.ts';

/** What decides where a found service stands. */
export type Ranked = {
  /** How well the words fit, the higher the better; 0 for all where nothing was typed. */
  meaning: number;
  /** Kilometres to its nearest open place; null where nobody asked from where. */
  distance: number | null;
  capacity: Capacity;
  capacityAt: Date | null;
  assuredAt: Date | null;
  serviceId: string;
};

/**
 * What is said of room is worth half as much a month later: places in shelters and courses change within weeks, and
 * a resident who is sent to a place that was free in spring comes in vain.
 */
export const CAPACITY_HALF_LIFE_DAYS = 30;

/** What a word on room is worth on the day it is said; a waiting list is better than to be turned away, unknown is neither. */
export const CAPACITY_WORTH: Readonly<Record<Capacity, number>> = {
  open: 1,
  assessment_first: 0.5,
  unknown: 0,
  waiting_list: -0.5,
  full: -1,
};

/** In steps of a quarter, so that freshness still decides between words on room of about the same age. */
export const CAPACITY_STEPS = 4;

/** Two services in one ring are as near: within it room and freshness count for more than the last hundred metres. */
export const DISTANCE_RINGS_KM: readonly number[] = [0.5, 1, 2, 5, 10, 20, 50];

const DAY = 86_400_000;

/** The worth of a word on room as it fades with age, in whole steps; one whose day nobody knows is worth nothing. */
export function capacityStep(said: Pick<Ranked, 'capacity' | 'capacityAt'>, now: Date): number {
  if (said.capacityAt === null) return 0;
  const days = Math.max(0, (now.getTime() - said.capacityAt.getTime()) / DAY);
  const worth = CAPACITY_WORTH[said.capacity] * 0.5 ** (days / CAPACITY_HALF_LIFE_DAYS);
  return Math.floor(worth * CAPACITY_STEPS + 0.5);
}

/** The moments since which a word on room must have been said to be worth each further step; full ones count downwards. */
export type CapacityEdges = { capacity: Capacity; sign: 1 | -1; edges: Date[] };

/**
 * The same rule as a list of moments, by which a database counts steps without powers: since the n-th of them, a word is
 * worth n steps or more.
 */
export function capacityEdges(now: Date): CapacityEdges[] {
  return Object.entries(CAPACITY_WORTH).map(([capacity, worth]) => {
    const most = Math.round(Math.abs(worth) * CAPACITY_STEPS);
    const edges = Array.from({ length: most }, (_, index) => {
      const days = CAPACITY_HALF_LIFE_DAYS * Math.log2((Math.abs(worth) * CAPACITY_STEPS) / (index + 0.5));
      return new Date(now.getTime() - days * DAY);
    });
    return { capacity: capacity as Capacity, sign: worth < 0 ? -1 : 1, edges };
  });
}

/** Which ring around the asked place a distance falls into, 0 the nearest. */
export function distanceRing(distance: number | null): number {
  return distance === null ? 0 : DISTANCE_RINGS_KM.filter((edge) => distance > edge).length;
}

function fresher(one: Date | null, other: Date | null): number {
  return (other?.getTime() ?? -Infinity) - (one?.getTime() ?? -Infinity) || 0;
}

/**
 * The order of found services: meaning first, then distance by rings, room by its faded worth, freshness; then the metre,
 * and the identifier, so that pages never show one twice. The database sorts by the same rule.
 */
export function rankOrder(now: Date): (one: Ranked, other: Ranked) => number {
  return (one, other) =>
    other.meaning - one.meaning ||
    distanceRing(one.distance) - distanceRing(other.distance) ||
    capacityStep(other, now) - capacityStep(one, now) ||
    fresher(one.assuredAt, other.assuredAt) ||
    (one.distance ?? 0) - (other.distance ?? 0) ||
    (one.serviceId < other.serviceId ? -1 : 1);
}
