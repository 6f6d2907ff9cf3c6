import { createHash } from 'node:crypto';
import { BackupRefused } from '../errors.ts';
import type { Migration } from '../migrate.ts';
import type { Partition, Sequence } from './table-catalogue.ts';

/**
 * The backup file: gzip of UTF-8 lines, so `zcat` shows it.
 *   1. a header: {"qantara":"backup","formatVersion":1, product version, migrations, tables with their columns, sequences}
 *   2. per table, parents first: {"table":"schema.name"}, then one JSON array per row, in primary key order, every value
 *      as PostgreSQL's own text for its type (or null), then {"end":"schema.name","rows":…,"sha256":…}, the digest
 *      being that of the rows' lines, each with its line feed
 *   3. {"complete":true,"rows":…}; a file without it was cut short
 * Times are in UTC with microseconds, bytea is hex; generated columns are left out, since they are computed again.
 */
export const FORMAT_VERSION = 1;

export interface BackupHeader {
  qantara: 'backup';
  formatVersion: number;
  productVersion: string;
  writtenAt: string;
  engine: string;
  migrations: Migration[];
  tables: { name: string; columns: string[]; partitions: Partition[] }[];
  sequences: Sequence[];
}

/** How much a table holds, and the SHA-256 of its rows: equal on two databases when the tables are. */
export interface TableDigest {
  name: string;
  rows: number;
  sha256: string;
}

export type BackupMark =
  | { table: string }
  | { end: string; rows: number; sha256: string }
  | { complete: true; rows: number };

/** A row's line begins with a bracket, a mark's with a brace. */
export const isRow = (line: string): boolean => line.startsWith('[');

/** Counts and digests the rows of one table as they pass. */
export class RowDigest {
  rows = 0;
  readonly #hash = createHash('sha256');

  add(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.rows += lines.length;
    this.#hash.update(`${lines.join('\n')}\n`);
  }

  finish(name: string): TableDigest {
    return { name, rows: this.rows, sha256: this.#hash.digest('hex') };
  }
}

const DAMAGED = 'This file is not a whole Qantara backup';

export function parseHeader(line: string | undefined): BackupHeader {
  const header = parse(line);
  if (!isHeader(header))
    throw new BackupRefused(`${DAMAGED}: it does not begin as one. Nothing was restored. Use another backup file.`);
  if (header.formatVersion !== FORMAT_VERSION) {
    throw new BackupRefused(
      `This backup has format ${header.formatVersion}, and this version of Qantara reads format ${FORMAT_VERSION}. Nothing was restored. Use the version that wrote it (${header.productVersion}) or a newer one.`,
    );
  }
  return header;
}

export function parseMark(line: string): BackupMark {
  const mark = parse(line);
  if (typeof mark === 'object' && mark !== null && ('table' in mark || 'end' in mark || 'complete' in mark))
    return mark as BackupMark;
  throw new BackupRefused(`${DAMAGED}: a line cannot be read. Nothing was restored. Use another backup file.`);
}

/** What to say when the lines end before the last mark, or a digest differs. */
export function damaged(what: string): BackupRefused {
  return new BackupRefused(`${DAMAGED}: ${what}. Nothing was restored. Use another backup file.`);
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is BackupHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'qantara' in value &&
    value.qantara === 'backup' &&
    'formatVersion' in value
  );
}
