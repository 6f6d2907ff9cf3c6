import { createHash } from 'node:crypto';

/** SHA-256 of all parts, one after the other. */
export function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** What an opening's digest covers. The same as `platform.digest_of_opening` of the database, written a second time so that one checks the other. */
export function digestOfOpening(facts: readonly (string | null)[], rules: string[], whose: string[]): Buffer {
  return sha256([facts.map((fact) => fact ?? '').join('|'), rules.join(','), whose.join(',')].join('|'));
}

type Opened = {
  salt: Buffer;
  personId: string;
  subjectId: string | null;
  basisId: string | null;
  reason: string | null;
};

/** The salted digest of whose record was opened, as `platform.digest_of_opened`. */
export function digestOfOpened({ salt, personId, subjectId, basisId, reason }: Opened): string {
  return sha256(salt, [personId, subjectId ?? '', basisId ?? '', reason ?? ''].join('|')).toString('hex');
}
