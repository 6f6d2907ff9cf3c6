import { z } from 'zod';

/** An identifier that cannot be passed where another kind of identifier is wanted. */
export type Id<Kind extends string> = string & z.$brand<Kind>;

/** The schema of one kind of identifier: `export const ReferralId = idOf('ReferralId')`. */
export function idOf<Kind extends string>(_kind: Kind): z.ZodType<Id<Kind>, string> {
  return z.uuid().transform((value) => value.toLowerCase() as Id<Kind>);
}

const MARK_LETTERS = 8;

/** As much of an identifier as somebody reads out over the telephone: its end, which is random and tells nothing. */
export function markOf(id: string): string {
  return id.slice(-MARK_LETTERS);
}

/** The counters of the last milliseconds in which identifiers were made here. */
const counters = new Map<number, number>();
const KEPT_MILLISECONDS = 64;
const COUNTER_BITS = 26;

/** Begins anywhere in the lower half of its range, so that no count can be read from an identifier, and then goes up by one. */
function countIn(millisecond: number): number {
  const [start = 0] = crypto.getRandomValues(new Uint32Array(1));
  const count = (counters.get(millisecond) ?? start % 2 ** (COUNTER_BITS - 1)) + 1;
  counters.set(millisecond, count);
  const [oldest] = counters.keys();
  if (counters.size > KEPT_MILLISECONDS && oldest !== undefined) counters.delete(oldest);
  return count % 2 ** COUNTER_BITS;
}

/**
 * A new UUID version 7: it sorts by the moment of its making, so that new rows land at the end of an index; those that one
 * process makes for one millisecond sort in the order of their making, so that what has one moment has an order all the same.
 * RFC 9562 §5.7 and §6.2: 48 bits of milliseconds, a counter of 26 bits, then 48 random bits.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const count = countIn(now);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint16(6, 0x7000 | (count >>> 14));
  view.setUint16(8, 0x8000 | (count & 0x3fff));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id<Kind>;
}
