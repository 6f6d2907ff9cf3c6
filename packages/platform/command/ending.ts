import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AnyCtx } from './context.ts';

/** Records of a class whose time was over before a moment, but for those of some people. */
export type OldRecords = { before: Date; sparing: readonly string[] };

/** How a class of records ends when its time is over: the module that holds them says how many there are, and removes them. */
export type Ending = {
  count: (ctx: AnyCtx, old: OldRecords) => Promise<number>;
  remove: (ctx: AnyCtx, old: OldRecords) => Promise<number>;
};

type Kept<Tables> = {
  table: keyof Tables & string;
  /** What says of a row that its time was over before a moment; its columns named with their table where `parts` join it. */
  isOver: (before: Date) => RawBuilder<unknown>;
  /** Whether a row has a `person_id`, whose records may be spared. */
  isAboutPeople: boolean;
  /** What goes before the rows themselves, by the condition of those that go. */
  parts?: (goes: RawBuilder<unknown>) => RawBuilder<unknown>[];
};

/** How the rows of one table end. */
export function endingOf<Tables>({ table, isOver, isAboutPeople, parts }: Kept<Tables>): Ending {
  const goes = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
    isAboutPeople
      ? sql`(${isOver(before)}) and ${sql.ref(`${table}.person_id`)} <> all (${[...sparing]}::uuid[])`
      : isOver(before);
  return {
    count: async (ctx, old) => {
      const counted = sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where ${goes(old)}`;
      const { rows } = await counted.execute(ctx.db as Kysely<unknown>);
      return rows[0]?.count ?? 0;
    },
    remove: async (ctx, old) => {
      const db = ctx.db as Kysely<unknown>;
      for (const part of parts?.(goes(old)) ?? []) await part.execute(db);
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${goes(old)}`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
  };
}
