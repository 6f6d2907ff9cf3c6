import type { DatabasePool } from '@qantara/platform';

export type Statement = { text: string; values?: readonly unknown[] | undefined; name?: string | undefined };

/** A pool that notes every statement as it goes to the database, to be asked again without the product around it. */
export function listening(pool: DatabasePool, heard: Statement[]): DatabasePool {
  const note = (statement: string | Statement, values?: readonly unknown[]) =>
    void heard.push(typeof statement === 'string' ? { text: statement, values } : statement);
  return {
    ...pool,
    query: (statement, values) => (note(statement, values), pool.query(statement, values)),
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (statement, values) => (note(statement, values), client.query(statement, values)),
        release: (fault) => client.release(fault),
      };
    },
  };
}

/** Milliseconds that something took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Of so many times, the one that this share of them does not exceed. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
