import { newId } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { DataCategory, NewOverride, OverrideId, PersonId, SharingOverride } from '../../contract/index.ts';
import { endOfOverride } from '../../domain/index.ts';
import { endSharing, shareWithRecipients } from '../reach-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type OfOverride = { personId: string; overrideId: string };

function selectOverrides(db: Db, recordIds: readonly string[]) {
  return db
    .selectFrom('people.sharing_override as one')
    .selectAll('one')
    .select((eb) =>
      eb
        .selectFrom('people.sharing_override_recipient as recipient')
        .whereRef('recipient.person_id', '=', 'one.person_id')
        .whereRef('recipient.override_id', '=', 'one.override_id')
        .select(sql<string[]>`coalesce(array_agg(recipient.organisation_id::text), '{}')`.as('ids'))
        .as('recipients'),
    )
    .where('one.person_id', 'in', recordIds)
    .orderBy('one.starts_at', 'desc')
    .orderBy('one.override_id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOverrides>['execute']>>[number];

function toOverride(row: Row): SharingOverride {
  return {
    overrideId: row.override_id as OverrideId,
    personId: row.person_id as PersonId,
    purpose: row.purpose,
    basis: row.basis,
    reason: row.reason,
    categories: row.categories as DataCategory[],
    recipients: row.recipients ?? [],
    telling: row.telling,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** Every sharing without consent of these records that the database shows to whoever asks, newest first, ended ones too. */
export async function listOverrides(db: Db, recordIds: readonly string[]): Promise<SharingOverride[]> {
  return (await selectOverrides(db, recordIds).execute()).map(toOverride);
}

/** Writes the basis, and lets those whom it names reach the person until it ends. */
export async function insertOverride(
  db: Db,
  given: NewOverride,
  by: { accountId: string | null; organisationId: string | null; now: Date },
): Promise<SharingOverride> {
  const overrideId = newId<'OverrideId'>(by.now.getTime());
  const { personId, categories } = given;
  const recipients = [...new Set(given.recipients)];
  const until = endOfOverride(given.basis, by.now);
  await db
    .insertInto('people.sharing_override')
    .values({
      person_id: personId,
      override_id: overrideId,
      purpose: given.purpose,
      basis: given.basis,
      reason: given.reason,
      categories,
      telling: given.telling,
      starts_at: by.now,
      ends_at: until,
      recorded_by: by.accountId,
      recorded_by_organisation_id: by.organisationId,
    })
    .execute();
  await db
    .insertInto('people.sharing_override_recipient')
    .values(
      recipients.map((organisationId) => ({
        person_id: personId,
        override_id: overrideId,
        organisation_id: organisationId,
      })),
    )
    .execute();
  await shareWithRecipients(db, {
    personId,
    basisId: overrideId,
    purpose: given.purpose,
    recipients,
    categories,
    until,
  });
  const saved = (await listOverrides(db, [personId])).find((one) => one.overrideId === overrideId);
  if (saved === undefined) throw new Error('an override that was just written is not there');
  return saved;
}

/** Ends it before its time; undefined where there is none, false where it had ended. */
export async function saveOverrideEnd(
  db: Db,
  of: OfOverride,
  by: { accountId: string | null; now: Date },
): Promise<boolean | undefined> {
  const found = (await listOverrides(db, [of.personId])).find(({ overrideId }) => overrideId === of.overrideId);
  if (found === undefined) return undefined;
  const saved = await db
    .updateTable('people.sharing_override')
    .set({ ended_at: by.now, ended_by: by.accountId })
    .where('person_id', '=', of.personId)
    .where('override_id', '=', of.overrideId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', by.now)
    .executeTakeFirst();
  await endSharing(db, { personId: of.personId, basisId: of.overrideId });
  return saved.numUpdatedRows > 0n;
}
