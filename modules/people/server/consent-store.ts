import { newId, type Locale } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { Consent, ConsentId, DataCategory, NewConsent, PersonId } from '../contract/index.ts';
import { endSharing, shareWithRecipients } from './reach-store.ts';
import type { PeopleTables } from './tables.gen.ts';

type Db = Kysely<PeopleTables>;

function selectConsents(db: Db, personId: string) {
  return db
    .selectFrom('people.consent')
    .selectAll('people.consent')
    .select((eb) =>
      eb
        .selectFrom('people.consent_recipient')
        .whereRef('people.consent_recipient.person_id', '=', 'people.consent.person_id')
        .whereRef('people.consent_recipient.consent_id', '=', 'people.consent.consent_id')
        .select(sql<string[]>`coalesce(array_agg(consent_recipient.organisation_id::text), '{}')`.as('ids'))
        .as('recipients'),
    )
    .where('people.consent.person_id', '=', personId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectConsents>['execute']>>[number];

function toConsent(row: Row): Consent {
  return {
    consentId: row.consent_id as ConsentId,
    personId: row.person_id as PersonId,
    purpose: row.purpose,
    categories: row.categories as DataCategory[],
    recipients: row.recipients ?? [],
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    givenHow: row.given_how,
    locale: row.locale as Locale,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}

/** Every consent of a person, newest first, withdrawn and ended ones too. */
export async function listConsents(db: Db, personId: string): Promise<Consent[]> {
  const rows = await selectConsents(db, personId).orderBy('people.consent.starts_at', 'desc').execute();
  return rows.map(toConsent);
}

export async function findConsent(db: Db, personId: string, consentId: string): Promise<Consent | undefined> {
  const row = await selectConsents(db, personId).where('people.consent.consent_id', '=', consentId).executeTakeFirst();
  return row === undefined ? undefined : toConsent(row);
}

export async function insertConsent(
  db: Db,
  given: NewConsent,
  by: { accountId: string | null; organisationId: string | null; now: Date },
): Promise<Consent> {
  const consentId = newId<'ConsentId'>(by.now.getTime());
  const endsAt = new Date(by.now);
  endsAt.setUTCMonth(endsAt.getUTCMonth() + given.months);
  await db
    .insertInto('people.consent')
    .values({
      person_id: given.personId,
      consent_id: consentId,
      purpose: given.purpose,
      categories: given.categories,
      starts_at: by.now,
      ends_at: endsAt,
      given_how: given.givenHow,
      locale: given.locale,
      explained_by: by.accountId,
      recorded_by_organisation_id: by.organisationId,
      created_at: by.now,
    })
    .execute();
  await db
    .insertInto('people.consent_recipient')
    .values(
      [...new Set(given.recipients)].map((organisationId) => ({
        person_id: given.personId,
        consent_id: consentId,
        organisation_id: organisationId,
      })),
    )
    .execute();
  const saved = await findConsent(db, given.personId, consentId);
  if (saved === undefined) throw new Error('a consent that was just written is not there');
  await shareWithRecipients(db, saved);
  return saved;
}

/** Marks the consent as withdrawn; false where it was already. */
export async function saveWithdrawal(db: Db, consent: Consent, now: Date): Promise<boolean> {
  const saved = await db
    .updateTable('people.consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', consent.personId)
    .where('consent_id', '=', consent.consentId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  await endSharing(db, consent);
  return saved.numUpdatedRows > 0n;
}

/** Of these people, those whose live consent lets this organisation know who they are: the names, by identifier. */
export async function listNamesUnderConsent(
  db: Db,
  asked: { personIds: string[]; organisationId: string; at: Date },
): Promise<Map<string, string | null>> {
  if (asked.personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.consent_recipient')
    .innerJoin('people.consent', (join) =>
      join
        .onRef('people.consent.person_id', '=', 'people.consent_recipient.person_id')
        .onRef('people.consent.consent_id', '=', 'people.consent_recipient.consent_id'),
    )
    .innerJoin('people.person', 'people.person.person_id', 'people.consent.person_id')
    .select(['people.person.person_id', 'people.person.display_name'])
    .where('people.consent_recipient.person_id', 'in', [...new Set(asked.personIds)])
    .where('people.consent_recipient.organisation_id', '=', asked.organisationId)
    .where('people.consent.purpose', '=', 'referral')
    .where('people.consent.withdrawn_at', 'is', null)
    .where('people.consent.starts_at', '<=', asked.at)
    .where('people.consent.ends_at', '>', asked.at)
    .where(sql<boolean>`'identity' = any (consent.categories)`)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.display_name]));
}
