import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Selectable } from 'kysely';
import type { Finding, FindingId, FindingState } from '../contract/index.ts';
import type { Found } from '../domain/index.ts';
import { accountNameOf, type Names } from './name-view.ts';
import type { OversightTables } from './tables.gen.ts';

type FindingCtx = Ctx<OversightTables>;
type Row = Omit<Selectable<OversightTables['oversight.finding']>, 'on_day'> & { on_day: string };

/** Stands where a finding is about no one person, so that the table keeps the person first in its key. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const select = (ctx: FindingCtx) =>
  ctx.db
    .selectFrom('oversight.finding')
    .selectAll()
    .select(sql<string>`to_char(on_day, 'YYYY-MM-DD')`.as('on_day'));

export function toFinding(row: Row, names: Names): Finding {
  return {
    findingId: row.finding_id as FindingId,
    pattern: row.pattern,
    state: row.state,
    accountId: row.account_id,
    accountName: accountNameOf(names, row.account_id),
    organisationId: row.organisation_id,
    organisationName: names.organisations.get(row.organisation_id ?? '') ?? null,
    personId: row.person_id === NOBODY ? null : row.person_id,
    onDay: row.on_day,
    openings: row.openings,
    measured: row.measured,
    threshold: row.threshold,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    note: row.note,
    decidedBy: accountNameOf(names, row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** Writes what a night found; what was found before, and perhaps decided, stays as it is. Gives how many are new. */
export async function insertFindings(ctx: FindingCtx, found: readonly Found[]): Promise<number> {
  let added = 0;
  for (const one of found) {
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('oversight.finding')
      .values({
        person_id: one.personId ?? NOBODY,
        finding_id: newId(ctx.now.getTime()),
        pattern: one.pattern,
        account_id: one.accountId,
        organisation_id: one.organisationId,
        on_day: one.day,
        openings: one.openings,
        measured: one.measured,
        threshold: one.threshold,
        first_at: one.firstAt,
        last_at: one.lastAt,
        state: 'open',
        found_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    added += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** One page of the findings in one state, the latest first; one more than asked says that there are more. */
export async function listFindingRows(
  ctx: FindingCtx,
  asked: { state: FindingState; page: number; perPage: number },
): Promise<{ rows: Row[]; total: number }> {
  const rows = await select(ctx)
    .where('state', '=', asked.state)
    .orderBy('found_at', 'desc')
    .orderBy('finding_id', 'desc')
    .limit(asked.perPage)
    .offset((asked.page - 1) * asked.perPage)
    .execute();
  const counted = await ctx.db
    .selectFrom('oversight.finding')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', asked.state)
    .executeTakeFirstOrThrow();
  return { rows, total: Number(counted.count) };
}

export async function findFinding(ctx: FindingCtx, findingId: string): Promise<Row | undefined> {
  return select(ctx).where('finding_id', '=', findingId).executeTakeFirst();
}

/** Writes a decision over the version that was read, by anybody but the account that it is about; false where that does not hold. */
export async function saveDecision(
  ctx: FindingCtx,
  decision: { findingId: string; version: number; state: FindingState; note: string; decidedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('oversight.finding')
    .set((eb) => ({
      state: decision.state,
      note: decision.note === '' ? null : decision.note,
      decided_by: decision.decidedBy,
      decided_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('finding_id', '=', decision.findingId)
    .where('version', '=', decision.version)
    .where('account_id', '<>', decision.decidedBy)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
