import { newId } from '@qantara/kernel';
import type { Kysely, Selectable } from 'kysely';
import type { ConsentRefusal, DataCategory, NewRefusal, PersonId, RefusalId } from '../../contract/index.ts';
import { restsUntil } from '../../domain/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.consent_refusal']>;

/** Names of accounts, by identifier; none for whom they are not to be shown. */
export type AccountNames = ReadonlyMap<string, string>;

function toRefusal(row: Row, names: AccountNames): ConsentRefusal {
  return {
    refusalId: row.refusal_id as RefusalId,
    personId: row.person_id as PersonId,
    purpose: row.purpose,
    categories: row.categories as DataCategory[],
    recipients: row.recipients,
    textNumber: row.text_number,
    locale: row.locale,
    givenHow: row.given_how,
    saidBy: row.said_by,
    reasonCode: row.reason_code,
    reason: row.reason,
    askedByName: names.get(row.asked_by ?? '') ?? null,
    askedByOrganisationId: row.asked_by_organisation_id,
    refusedAt: row.refused_at.toISOString(),
    restsUntil: restsUntil(row.refused_at).toISOString(),
  };
}

const nobody = (): Promise<AccountNames> => Promise.resolve(new Map());

/** What somebody said no to, newest first. Who asked is named where names are given; they are asked for only where somebody did. */
export async function listRefusals(
  db: Db,
  recordIds: readonly string[],
  namesOf: () => Promise<AccountNames> = nobody,
): Promise<ConsentRefusal[]> {
  const rows = await db
    .selectFrom('people.consent_refusal')
    .selectAll()
    .where('person_id', 'in', recordIds)
    .orderBy('refused_at', 'desc')
    .orderBy('refusal_id', 'desc')
    .limit(50)
    .execute();
  if (rows.length === 0) return [];
  const names = await namesOf();
  return rows.map((row) => toRefusal(row, names));
}

export async function insertRefusal(
  db: Db,
  given: NewRefusal,
  by: { accountId: string | null; organisationId: string | null; now: Date },
): Promise<ConsentRefusal> {
  const row = await db
    .insertInto('people.consent_refusal')
    .values({
      person_id: given.personId,
      refusal_id: newId(by.now.getTime()),
      purpose: given.purpose,
      categories: given.categories,
      recipients: [...new Set(given.recipients)],
      text_number: given.textNumber,
      locale: given.locale,
      given_how: given.givenHow,
      said_by: given.saidBy,
      reason_code: given.reasonCode,
      reason: given.reason === '' ? null : given.reason,
      asked_by: by.accountId,
      asked_by_organisation_id: by.organisationId,
      refused_at: by.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRefusal(row, new Map());
}
