import { INTAKE_CIRCLE } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
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

/** Who reaches a new person: themselves, and the organisation that looks after them or else whoever takes what comes in. */
export async function insertReach(db: Db, personId: string, stewardOrganisationId: string | null): Promise<void> {
  const about = { person_id: personId, basis_id: personId };
  // The steward first: only who looks after a person may let others reach them.
  const circles = [stewardOrganisationId ?? INTAKE_CIRCLE, personId];
  const isOwn = (circle: string) => circle === personId;
  const first = stewardOrganisationId === null ? circles.toReversed() : circles;
  for (const circle of first)
    await db
      .insertInto('people.reach')
      .values({ ...about, circle_id: circle, kind: isOwn(circle) ? 'own' : 'looks_after' })
      .execute();
}

/** The organisation that takes a request reaches the person in place of everybody who takes what comes in. */
export async function saveTaken(db: Db, personId: string, organisationId: string): Promise<void> {
  await db
    .insertInto('people.reach')
    .values({ circle_id: organisationId, person_id: personId, kind: 'looks_after', basis_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .deleteFrom('people.reach')
    .where('person_id', '=', personId)
    .where('circle_id', '=', INTAKE_CIRCLE)
    .execute();
}

/** What lets partners reach somebody: a consent, or what stands in its place. */
export type SharedBasis = {
  personId: string;
  basisId: string;
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
