import type { LocalizedText } from '@qantara/kernel';
import type { Kysely, Selectable } from 'kysely';
import type { ConsentPurpose, ConsentText } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.consent_text']>;
type By = { accountId: string | null; now: Date };

function toText(row: Row): ConsentText {
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

/** Begins the next version; undefined where somebody began one already. */
export async function insertDraft(
  db: Db,
  draft: { purpose: ConsentPurpose; words: LocalizedText },
  by: By,
): Promise<ConsentText | undefined> {
  const row = await db
    .insertInto('people.consent_text')
    .values((eb) => ({
      purpose: draft.purpose,
      number: eb
        .selectFrom('people.consent_text as before')
        .where('before.purpose', '=', draft.purpose)
        .select((all) => all(all.fn.coalesce(all.fn.max('before.number'), all.lit(0)), '+', 1).as('next'))
        .$asScalar(),
      state: 'drafted',
      words: JSON.stringify(draft.words),
      written_by: by.accountId,
      written_at: by.now,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}

/** Writes the draft over the version that was read; undefined where somebody else was first, or there is none. */
export async function saveDraft(
  db: Db,
  draft: { purpose: ConsentPurpose; words: LocalizedText; version: number },
  by: By,
): Promise<ConsentText | undefined> {
  const row = await db
    .updateTable('people.consent_text')
    .set((eb) => ({
      words: JSON.stringify(draft.words),
      written_by: by.accountId,
      written_at: by.now,
      version: eb('version', '+', 1),
    }))
    .where('purpose', '=', draft.purpose)
    .where('state', '=', 'drafted')
    .where('version', '=', draft.version)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
}

/** The draft is what is read from now on, and the version before it is superseded; both stay as they are for good. */
export async function savePublished(
  db: Db,
  key: { purpose: ConsentPurpose; number: number; version: number },
  by: By,
): Promise<ConsentText | undefined> {
  await db
    .updateTable('people.consent_text')
    .set({ state: 'superseded', superseded_at: by.now })
    .where('purpose', '=', key.purpose)
    .where('state', '=', 'published')
    .execute();
  const row = await db
    .updateTable('people.consent_text')
    .set({ state: 'published', published_by: by.accountId, published_at: by.now })
    .where('purpose', '=', key.purpose)
    .where('number', '=', key.number)
    .where('state', '=', 'drafted')
    .where('version', '=', key.version)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toText(row);
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
