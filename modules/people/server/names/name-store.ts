import { newId } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { ConsentManner, NameId, NameKind, PersonName } from '../../contract/index.ts';
import { nameKeys, nearNameKeys } from '../../domain/index.ts';
import { keepNameReach } from '../reach-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Noted = { agreedHow: ConsentManner | null; addedBy: string | null; now: Date };

/** Every name of a person, the first noted first. */
export async function listNames(db: Db, personId: string): Promise<PersonName[]> {
  const rows = await db
    .selectFrom('people.person_name')
    .select(['name_id', 'kind', 'words', 'agreed_how'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('name_id')
    .execute();
  return rows.map((row) => ({
    nameId: row.name_id as NameId,
    kind: row.kind,
    words: row.words,
    agreedHow: row.agreed_how,
  }));
}

/** Writes anew what a person is found by: the keys of every name, each name's words with one another and not with another name's. */
export async function saveNameKeys(db: Db, personId: string): Promise<void> {
  const names = (await listNames(db, personId)).map(({ words }) => words);
  await db.deleteFrom('people.name_token').where('person_id', '=', personId).execute();
  await db.deleteFrom('people.name_near').where('person_id', '=', personId).execute();
  const tokens = [...new Set(names.flatMap(nameKeys))].map((token) => ({ person_id: personId, token }));
  const nears = [...new Set(names.flatMap(nearNameKeys))].map((near) => ({ person_id: personId, near }));
  if (tokens.length > 0) await db.insertInto('people.name_token').values(tokens).execute();
  if (nears.length > 0) await db.insertInto('people.name_near').values(nears).execute();
  await keepNameReach(db, personId);
}

export async function insertName(
  db: Db,
  name: { personId: string; kind: NameKind; words: string },
  noted: Noted,
): Promise<void> {
  await db
    .insertInto('people.person_name')
    .values({
      person_id: name.personId,
      name_id: newId(noted.now.getTime()),
      kind: name.kind,
      words: name.words,
      agreed_how: noted.agreedHow,
      added_by: noted.addedBy,
      created_at: noted.now,
    })
    .execute();
}

/** Gives one of the names another kind, or other words. */
export async function updateName(
  db: Db,
  of: { personId: string; nameId: string },
  change: { kind?: NameKind; words?: string },
): Promise<void> {
  await db
    .updateTable('people.person_name')
    .set(change)
    .where('person_id', '=', of.personId)
    .where('name_id', '=', of.nameId)
    .execute();
}

export async function deleteName(db: Db, of: { personId: string; nameId: string }): Promise<void> {
  await db
    .deleteFrom('people.person_name')
    .where('person_id', '=', of.personId)
    .where('name_id', '=', of.nameId)
    .execute();
}

/** The usual name as the form says it: in place of the one before, beside the other names; none where it was left empty. */
export async function saveUsualName(db: Db, given: { personId: string; words: string }, noted: Noted): Promise<void> {
  const { personId, words } = given;
  const usual = (await listNames(db, personId)).find(({ kind }) => kind === 'usual');
  const of = { personId, nameId: usual?.nameId ?? '' };
  if (usual === undefined && words !== '') await insertName(db, { personId, kind: 'usual', words }, noted);
  else if (usual !== undefined && words === '') await deleteName(db, of);
  else if (usual !== undefined && usual.words !== words) await updateName(db, of, { words });
  await saveNameKeys(db, personId);
}

/** The name that is shown is the usual one, or else the first that is known. */
export async function saveShownName(db: Db, personId: string, now: Date): Promise<void> {
  const names = await listNames(db, personId);
  const shown = names.find(({ kind }) => kind === 'usual') ?? names[0];
  await db
    .updateTable('people.person')
    .set((eb) => ({ display_name: shown?.words ?? null, updated_at: now, version: eb('version', '+', 1) }))
    .where('person_id', '=', personId)
    .execute();
}
