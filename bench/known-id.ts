import { createHash } from 'node:crypto';

/** The identifier that `sql/load.sql` gives to what has this name: a digest, with the marks of a version 4 UUID. */
export function knownId(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  const marked = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
