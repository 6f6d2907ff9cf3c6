import type { LocalizedText } from '@qantara/kernel';
import { versionsOf } from '@qantara/platform';
import type { Kysely, Selectable } from 'kysely';
import type { ConsentPurpose, ConsentText } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.consent_text']>;

/** Its versions are written as those of every text that is read before it is agreed to. */
export const textVersions = versionsOf<Row>({ table: 'people.consent_text', key: 'purpose' });

export function toText(row: Row): ConsentText {
  return {
    textId: row.text_id,
    purpose: row.purpose,
    number: row.number,
    state: row.state,
    words: row.words as LocalizedText,
    version: row.version,
    publishedAt: row.published_at?.toISOString() ?? null,
    supersededAt: row.superseded_at?.toISOString() ?? null,
  };
}

/** Every version, newest first; only what is read today where that is asked. */
export async function listTexts(db: Db, of: { isCurrent?: boolean } = {}): Promise<ConsentText[]> {
  const rows = await db
    .selectFrom('people.consent_text')
    .selectAll()
    .$if(of.isCurrent === true, (query) => query.where('state', '=', 'published'))
    .orderBy('purpose', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toText);
}

export async function findText(
  db: Db,
  key: { purpose: ConsentPurpose; number: number },
): Promise<ConsentText | undefined> {
  const row = await db
    .selectFrom('people.consent_text')
    .selectAll()
    .where('purpose', '=', key.purpose)
    .where('number', '=', key.number)
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}

/** The number of the version that is read today. */
export async function findCurrentNumber(db: Db, purpose: ConsentPurpose): Promise<number | undefined> {
  const row = await db
    .selectFrom('people.consent_text')
    .select('number')
    .where('purpose', '=', purpose)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return row?.number;
}

/** From which age the law of the region lets somebody decide alone. */
export async function findAgeOfMajority(db: Db): Promise<number> {
  const row = await db.selectFrom('people.setting').select('age_of_majority').executeTakeFirstOrThrow();
  return row.age_of_majority;
}

/** The identifier of the setting, for the history. */
export async function saveAgeOfMajority(db: Db, ageOfMajority: number): Promise<string> {
  const row = await db
    .updateTable('people.setting')
    .set({ age_of_majority: ageOfMajority })
    .returning('setting_id')
    .executeTakeFirstOrThrow();
  return row.setting_id;
}
