type Level = 'info' | 'warn' | 'error';
type Facts = Record<string, string | number | boolean | null | undefined>;

/**
 * One JSON line on standard output. Facts are codes, counts, identifiers and durations: never a name, an address, a
 * number to call or anything that a person typed.
 */
export function log(level: Level, event: string, facts: Facts = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}

/** A fault passes through several hands, each of which must be sure that it is told. */
const told = new WeakSet<Error>();

/**
 * A bug or a broken part, once. Of a database error only its code, constraint and place are kept: its message and its
 * detail quote values from the row.
 */
export function logFault(where: string, fault: unknown): void {
  const error = fault instanceof Error ? fault : new Error('something was thrown that is no error');
  if (told.has(error)) return;
  told.add(error);
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const isDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  log('error', 'fault', {
    where,
    name: error.name,
    message: isDatabase || error.name === 'ZodError' ? undefined : error.message,
    code,
    constraint,
    table,
    stack: error.stack?.split('\n').slice(1, 8).join(' | '),
  });
}
