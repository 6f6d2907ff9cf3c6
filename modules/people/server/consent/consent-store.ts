import { monthsFrom, newId, type Locale } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { Consent, ConsentId, DataCategory, Minority, NewConsent, PersonId } from '../../contract/index.ts';
import { endSharing, shareWithRecipients } from '../reach-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

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
    direction: row.direction,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    givenHow: row.given_how,
    locale: row.locale as Locale,
    textNumber: row.text_number,
    minority: row.minority,
    proxyRelation: row.proxy_relation,
    proxyName: row.proxy_name,
    childAssent: row.child_assent,
    aloneReason: row.alone_reason,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}

/** Every consent of a person, newest first, withdrawn and ended ones too. */
export async function listConsents(db: Db, personId: string): Promise<Consent[]> {
  const rows = await selectConsents(db, personId)
    .orderBy('people.consent.starts_at', 'desc')
    .orderBy('people.consent.consent_id', 'desc')
    .execute();
  return rows.map(toConsent);
}

export async function findConsent(db: Db, personId: string, consentId: string): Promise<Consent | undefined> {
  const row = await selectConsents(db, personId).where('people.consent.consent_id', '=', consentId).executeTakeFirst();
  return row === undefined ? undefined : toConsent(row);
}

/** Who wrote it down, when, and whether the person was of age. */
export type Recorded = { accountId: string | null; organisationId: string | null; now: Date; minority: Minority };

function valuesOf(given: NewConsent, consentId: string, by: Recorded) {
  const { childAssent } = given;
  return {
    person_id: given.personId,
    consent_id: consentId,
    purpose: given.purpose,
    categories: given.categories,
    direction: given.direction,
    starts_at: by.now,
    ends_at: monthsFrom(by.now, given.months),
    given_how: given.givenHow,
    locale: given.locale,
    text_number: given.textNumber,
    minority: by.minority,
    proxy_relation: given.proxyRelation,
    proxy_name: given.proxyRelation === null ? null : given.proxyName,
    // Where the child said no, nothing is recorded at all.
    child_assent: given.proxyRelation === null || childAssent === 'disagreed' ? null : childAssent,
    alone_reason: given.proxyRelation === null && by.minority !== 'adult' ? given.aloneReason : null,
    explained_by: by.accountId,
    recorded_by_organisation_id: by.organisationId,
    created_at: by.now,
  };
}

export async function insertConsent(db: Db, given: NewConsent, by: Recorded): Promise<Consent> {
  const consentId = newId<'ConsentId'>(by.now.getTime());
  const row = valuesOf(given, consentId, by);
  const recipients = [...new Set(given.recipients)];
  await db.insertInto('people.consent').values(row).execute();
  await db
    .insertInto('people.consent_recipient')
    .values(
      recipients.map((organisationId) => ({
        person_id: given.personId,
        consent_id: consentId,
        organisation_id: organisationId,
      })),
    )
    .execute();
  const saved = await findConsent(db, given.personId, consentId);
  if (saved === undefined) throw new Error('a consent that was just written is not there');
  // Where only the partners tell, they learn nothing from here.
  if (given.direction !== 'from_partners') {
    const { personId, purpose, categories } = given;
    const until = row.ends_at;
    await shareWithRecipients(db, { personId, basisId: consentId, purpose, recipients, categories, until });
  }
  return saved;
}

/** Marks the consent as withdrawn, and ends what it shared and the address of its receipt; false where it was already. */
export async function saveWithdrawal(db: Db, consent: Consent, now: Date): Promise<boolean> {
  const saved = await db
    .updateTable('people.consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', consent.personId)
    .where('consent_id', '=', consent.consentId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  await endSharing(db, { personId: consent.personId, basisId: consent.consentId });
  await db
    .updateTable('people.consent_receipt')
    .set({ link_digest: null })
    .where('person_id', '=', consent.personId)
    .where('consent_id', '=', consent.consentId)
    .execute();
  return saved.numUpdatedRows > 0n;
}

/** Whose consent this is, where the caller reaches them; undefined elsewhere. */
export async function findConsentPerson(db: Db, consentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('people.consent')
    .select('person_id')
    .where('consent_id', '=', consentId)
    .executeTakeFirst();
  return row?.person_id;
}
