import type { Actor } from '@qantara/kernel';
import { INTAKE_CIRCLE } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { ConsentPurpose } from '../contract/index.ts';
import type { PeopleTables } from './tables.gen.ts';

type Db = Kysely<PeopleTables>;

/**
 * Lets this transaction see somebody whom it is about to add in their own name: whoever asks for help has no account, and must
 * be able to write what they ask.
 */
export async function actAsThemselves(db: Db, personId: string): Promise<void> {
  await sql`select set_config('qantara.circles',
    array_append(coalesce(people.my_circles(), '{}'), ${personId}::uuid)::text, true)`.execute(db);
}

/** Who has to reach somebody whom this actor adds, besides their organisation, so that a narrow role still sees whom it added. */
export function keepersOf({ accountId, teamIds, permissions }: Actor): string[] {
  const own = accountId === null ? [] : [accountId];
  if (permissions.has('scope:self')) return own;
  if (!permissions.has('scope:team')) return [];
  return teamIds === undefined || teamIds.length === 0 ? own : [...teamIds];
}

/**
 * Who reaches a new person: themselves, and those who look after them: in this order keepers, then the organisation, or where there
 * is none yet whoever takes what comes in. Whoever adds somebody comes first, since only who looks after a person lets others.
 */
export async function insertReach(db: Db, personId: string, keepers: (string | null)[]): Promise<void> {
  const circles = keepers.map((one) => one ?? INTAKE_CIRCLE);
  const first = circles.includes(INTAKE_CIRCLE) ? [personId, ...circles] : [...circles, personId];
  for (const circle of first)
    await db
      .insertInto('people.reach')
      .values({
        person_id: personId,
        basis_id: personId,
        circle_id: circle,
        kind: circle === personId ? 'own' : 'looks_after',
      })
      .execute();
}

/** What somebody is found by stands beside each circle that finds them: brought in step after every change of names or ways. */
export async function keepNameReach(db: Db, personId: string): Promise<void> {
  await sql`select people.keep_name_reach(${personId})`.execute(db);
}

/** A colleague or a team of the organisation looks after somebody too, as their record is. */
export async function saveKeeper(db: Db, personId: string, circleId: string): Promise<void> {
  await db
    .insertInto('people.reach')
    .values({
      circle_id: circleId,
      person_id: personId,
      kind: 'looks_after',
      basis_id: personId,
      record_class: sql<string>`people.class_of(${personId})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await keepNameReach(db, personId);
}

/** The circles that look after somebody: organisations, teams and accounts, told to one of them. */
export async function listCircles(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ circle_id: string }>`select circle_id from people.circles_of(${personId})`.execute(db);
  return rows.map((row) => row.circle_id);
}

/** A colleague or a team looks after somebody no more; false where they did not, and for the organisation itself. */
export async function endKeeper(db: Db, personId: string, circleId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean | null }>`
    select people.end_assignment(${personId}, ${circleId}) as ended`.execute(db);
  await keepNameReach(db, personId);
  return rows[0]?.ended === true;
}

/** Those who answer for the areas around where somebody lives reach them anew. */
export async function saveAreaReach(db: Db, personId: string): Promise<void> {
  await sql`select people.reach_by_area(${personId})`.execute(db);
  await keepNameReach(db, personId);
}

/** The organisation that takes a request reaches the person in place of everybody who takes what comes in. */
export async function saveTaken(db: Db, personId: string, organisationId: string): Promise<void> {
  await saveKeeper(db, personId, organisationId);
  await db
    .deleteFrom('people.reach')
    .where('person_id', '=', personId)
    .where('circle_id', '=', INTAKE_CIRCLE)
    .execute();
  await keepNameReach(db, personId);
}

/** What lets partners reach somebody: a consent, or what stands in its place. */
export type SharedBasis = {
  personId: string;
  basisId: string;
  purpose: ConsentPurpose;
  recipients: string[];
  categories: string[];
  until: Date;
};

/** Those whom it names reach what it lets pass, until it ends. */
export async function shareWithRecipients(db: Db, basis: SharedBasis): Promise<void> {
  await db
    .insertInto('people.reach')
    .values(
      basis.recipients.map((organisationId) => ({
        circle_id: organisationId,
        person_id: basis.personId,
        kind: 'shared' as const,
        basis_id: basis.basisId,
        purpose: basis.purpose,
        categories: basis.categories,
        until: basis.until,
      })),
    )
    .execute();
}

/** What it shared is reached no more. */
export async function endSharing(db: Db, of: { personId: string; basisId: string }): Promise<void> {
  await sql`select people.end_sharing(${of.personId}, ${of.basisId})`.execute(db);
}
