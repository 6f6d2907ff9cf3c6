import { newId } from '@qantara/kernel';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Glass, GlassId, GlassReason, GlassVerdict, PersonId, RecordClass } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.glass']>;

export function toGlass(row: Row): Glass {
  return {
    glassId: row.glass_id as GlassId,
    personId: row.person_id as PersonId,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    stewardOrganisationId: row.steward_organisation_id,
    recordClass: row.record_class as RecordClass,
    reasonCode: row.reason_code,
    reason: row.reason,
    openedAt: row.opened_at.toISOString(),
    until: row.until.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    verdict: row.verdict,
    reviewNote: row.review_note,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
  };
}

/** Whom these keys mean: one record and no other, or nobody. The database itself finds no more than two. */
export async function findMeant(
  db: Db,
  keys: { names: readonly string[]; contacts: readonly string[]; birthYear: number | null },
): Promise<{ personId: string; recordClass: RecordClass } | undefined> {
  const { rows } = await sql<{ person_id: string; record_class: RecordClass }>`
    select person_id, record_class
    from people.find_for_glass(${[...keys.names]}::text[], ${[...keys.contacts]}::text[], ${keys.birthYear}::integer)`.execute(
    db,
  );
  const [only, second] = rows;
  if (only === undefined || second !== undefined) return undefined;
  return { personId: only.person_id, recordClass: only.record_class };
}

/** Lets an account read somebody's record until then, and notes why; undefined where the database refuses. */
export async function insertGlass(
  db: Db,
  opened: {
    personId: string;
    by: { accountId: string; organisationId: string | null };
    reasonCode: GlassReason;
    reason: string;
    until: Date;
    now: Date;
  },
): Promise<GlassId | undefined> {
  const glassId = newId<'GlassId'>(opened.now.getTime());
  const { rows } = await sql<{ opened: boolean | null }>`
    select people.open_glass(${opened.personId}, ${glassId}, ${opened.by.accountId}, ${opened.by.organisationId}::uuid,
      ${opened.reasonCode}, ${opened.reason}, ${opened.until}) as opened`.execute(db);
  return rows[0]?.opened === true ? glassId : undefined;
}

export async function findGlass(db: Db, glassId: string): Promise<Glass | undefined> {
  const row = await db.selectFrom('people.glass').selectAll().where('glass_id', '=', glassId).executeTakeFirst();
  return row === undefined ? undefined : toGlass(row);
}

/** Ends an opening before its time; false where it had ended. */
export async function closeGlassOf(
  db: Db,
  of: { glassId: string; personId: string; accountId: string; now: Date },
): Promise<boolean> {
  const closed = await db
    .updateTable('people.glass')
    .set({ closed_at: of.now })
    .where('person_id', '=', of.personId)
    .where('glass_id', '=', of.glassId)
    .where('account_id', '=', of.accountId)
    .where('closed_at', 'is', null)
    .where('until', '>', of.now)
    .executeTakeFirst();
  await db
    .deleteFrom('people.reach')
    .where('person_id', '=', of.personId)
    .where('basis_id', '=', of.glassId)
    .where('circle_id', '=', of.accountId)
    .execute();
  return closed.numUpdatedRows > 0n;
}

const MOST_LISTED = 100;

/** Openings by this account, or of those whom this organisation looked after, newest first. */
export async function listGlasses(
  db: Db,
  of: { accountId: string } | { stewardOrganisationId: string; butBy: string },
): Promise<Glass[]> {
  const rows = await db
    .selectFrom('people.glass')
    .selectAll()
    .where((eb) =>
      'accountId' in of
        ? eb('account_id', '=', of.accountId)
        : eb.and([eb('steward_organisation_id', '=', of.stewardOrganisationId), eb('account_id', '<>', of.butBy)]),
    )
    .orderBy('opened_at', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(toGlass);
}

/** How many were opened by others since then, of those whom this organisation looked after. */
export async function countGlassesSince(
  db: Db,
  of: { stewardOrganisationId: string; butBy: string; since: Date },
): Promise<number> {
  const counted = await db
    .selectFrom('people.glass')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('steward_organisation_id', '=', of.stewardOrganisationId)
    .where('account_id', '<>', of.butBy)
    .where('opened_at', '>=', of.since)
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

/** For the privacy officer: those whose review is owed, the oldest first, or those that were looked at, the newest first. */
export async function listGlassesByReview(db: Db, isReviewed: boolean): Promise<Glass[]> {
  const rows = await db
    .selectFrom('people.glass')
    .selectAll()
    .where('verdict', isReviewed ? 'is not' : 'is', null)
    .orderBy('opened_at', isReviewed ? 'desc' : 'asc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(toGlass);
}

/** What the privacy officer found; false where somebody was first. */
export async function saveVerdict(
  db: Db,
  of: { glass: Glass; verdict: GlassVerdict; note: string; by: string; now: Date },
): Promise<boolean> {
  const saved = await db
    .updateTable('people.glass')
    .set({ verdict: of.verdict, review_note: of.note, reviewed_by: of.by, reviewed_at: of.now })
    .where('person_id', '=', of.glass.personId)
    .where('glass_id', '=', of.glass.glassId)
    .where('verdict', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
