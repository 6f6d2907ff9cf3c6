import { createHash } from 'node:crypto';

/** `qantara.directory` under the DNS namespace: no other identifier that is derived here can be the same. */
const NAMESPACE = Buffer.from('5b1d0f9c7c0e5d0a9d5e0f7a4c2b8e11', 'hex');
const IS_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The same identifier for the same words, always (RFC 9562 §5.5, UUID version 5). */
export function derivedId(...words: string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What a source calls a record, as our identifier: its own where it is one, so that others find the record by it again. */
export function idFor(source: string, object: string, said: string): string {
  return IS_UUID.test(said) ? said.toLowerCase() : derivedId(source, object, said);
}
