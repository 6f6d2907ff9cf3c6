import { z } from 'zod';

/** An identifier that cannot be passed where another kind of identifier is wanted. */
export type Id<Kind extends string> = string & z.$brand<Kind>;

/** The schema of one kind of identifier: `export const ReferralId = idOf('ReferralId')`. */
export function idOf<Kind extends string>(_kind: Kind): z.ZodType<Id<Kind>, string> {
  return z.uuid().transform((value) => value.toLowerCase() as Id<Kind>);
}

/**
 * A new UUID version 7: it sorts by the moment of its making, so that new rows land at the end of an index.
 * RFC 9562 §5.7: 48 bits of milliseconds, then 74 random bits.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint16(0, Math.floor(now / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now % 2 ** 32);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id<Kind>;
}
