import { DatabaseError } from 'pg';
import type { Statement } from './database-pool.ts';

export type WorkerRequest =
  | { kind: 'run'; id: number; statement: Statement }
  | { kind: 'reset' | 'sync-count' | 'close'; id: number };

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'not-opened'; error: FlatError }
  | { kind: 'stopped'; reason: string }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; error: FlatError };

/** An error as structured clone can carry it: a cloned Error loses `code`, `constraint` and the like. */
export interface FlatError {
  message: string;
  fields: Record<string, string>;
  isRefusal: boolean;
}

const FIELDS = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

export function flattenError(error: unknown): FlatError {
  if (!(error instanceof Error)) return { message: String(error), fields: {}, isRefusal: false };
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string' && FIELDS.some((field) => field === name)) fields[name] = value;
  }
  // PGlite carries its own copy of DatabaseError, so an answer of the engine is known by its severity.
  return { message: error.message, fields, isRefusal: 'severity' in error };
}

/** The error again, a `DatabaseError` of `pg` as from a server. */
export function raiseError({ message, fields, isRefusal }: FlatError): Error {
  const error = isRefusal ? new DatabaseError(message, message.length, 'error') : new Error(message);
  return Object.assign(error, fields);
}
