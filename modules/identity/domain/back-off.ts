/**
 * How long the next try waits after so many that failed: none at first, then doubling, and never longer than `most`. A
 * wait ends by itself whatever somebody else does; nothing here is a lock that an attacker could hold shut for good.
 */
export type BackOff = { free: number; first: number; most: number };

/** One address tried from one place: five slips of the finger cost nothing. */
export const PER_PAIR: BackOff = { free: 5, first: 15, most: 900 };
/** One address tried from many places at once. Somebody who has signed in from their place before does not wait for it. */
export const PER_ACCOUNT: BackOff = { free: 10, first: 15, most: 900 };
/** Many addresses tried from one place, which may be a whole house behind one connection. */
export const PER_PLACE: BackOff = { free: 30, first: 15, most: 900 };

/** Tries are forgotten after a quiet day. */
export const FORGET_SECONDS = 86_400;

/** The seconds that follow this many failed tries. */
export function waitAfter(tries: number, { free, first, most }: BackOff): number {
  if (tries < free) return 0;
  return Math.min(most, first * 2 ** Math.min(tries - free, 30));
}
