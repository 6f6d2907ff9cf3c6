import { newId } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from '../command/context.ts';
import type { Ending, OldRecords } from '../command/ending.ts';

const TOLD_AT_ONCE = 500;

/** Told in the chain, by identifier, so that what the product erased is told from what somebody removed. */
function tell(ctx: AnyCtx, kind: 'values' | 'openings', ids: string[]): void {
  for (let first = 0; first < ids.length; first += TOLD_AT_ONCE)
    ctx.emit({
      type: 'audit.values_erased',
      subject: newId(ctx.now.getTime()),
      data: { [kind]: ids.slice(first, first + TOLD_AT_ONCE) },
    });
}

/** What the audit keeps of a person beside its chain, erased: that something happened stays, of whom and what does not. */
export async function erasePersonFromAudit(ctx: AnyCtx, personId: string): Promise<number> {
  const db = ctx.db as Kysely<unknown>;
  const values = await sql<{ id: string }>`
    delete from platform.event_value where person_id = ${personId} returning event_id as id`.execute(db);
  const openings = await sql<{ id: string }>`
    delete from platform.access_entry where person_id = ${personId} returning opening_id || ':' || ordinal as id`.execute(
    db,
  );
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  tell(ctx, 'values', idsOf(values.rows));
  tell(ctx, 'openings', idsOf(openings.rows));
  return values.rows.length + openings.rows.length;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function count(ctx: AnyCtx, { before, sparing }: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.event_value as value
    join platform.event using (event_id)
    where value.person_id <> ${NOBODY} and value.person_id <> all (${[...sparing]}::uuid[]) and event.at < ${before}`.execute(
    ctx.db as Kysely<unknown>,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, { before, sparing }: OldRecords): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from platform.event_value as value using platform.event
    where event.event_id = value.event_id and value.person_id <> ${NOBODY}
      and value.person_id <> all (${[...sparing]}::uuid[]) and event.at < ${before}
    returning value.event_id as id`.execute(ctx.db as Kysely<unknown>);
  tell(
    ctx,
    'values',
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** What the audit keeps beside its chain of changes to people: erased, and told so in the chain. */
export const oldAuditValues: Ending = { count, remove };
