import { newId, type Actor, type LocalizedText } from '@qantara/kernel';
import type { Kysely, Selectable } from 'kysely';
import type { InstitutionKind, NewInstitution, Requirement } from '../contract/index.ts';
import { seesAll } from '../domain/index.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type Db = Kysely<InstitutionsTables>;

/**
 * An institution as reads are given it. Where a confidential one is never leaves the database: what no query selects no
 * page, export, error or sort can tell.
 */
export type InstitutionRow = Selectable<InstitutionsTables['institutions.institution']>;

const HIDDEN = ['area_id', 'address', 'latitude', 'longitude'] as const;
const OPEN = [
  'institution_id',
  'organisation_id',
  'kind_code',
  'name',
  'is_confidential',
  'phone',
  'capacity_approved',
  'places_occupied',
  'occupied_on',
  'licence_state',
  'licence_number',
  'licence_issued_on',
  'licence_valid_until',
  'licence_authority',
  'version',
  'created_at',
  'updated_at',
] as const;

/** Every read starts here. */
function selectInstitutions(db: Db) {
  return db
    .selectFrom('institutions.institution')
    .select(OPEN)
    .select((eb) =>
      HIDDEN.map((column) =>
        eb.case().when('is_confidential', '=', false).then(eb.ref(column)).else(null).end().as(column),
      ),
    );
}

/** The institutions that this actor reads the story of: `domain/policy.ts` as SQL. */
function visibleTo(db: Db, actor: Actor) {
  const query = selectInstitutions(db);
  return seesAll(actor) ? query : query.where('organisation_id', '=', actor.organisationId);
}

export async function findInstitution(
  db: Db,
  actor: Actor,
  institutionId: string,
): Promise<InstitutionRow | undefined> {
  const row = await visibleTo(db, actor).where('institution_id', '=', institutionId).executeTakeFirst();
  return row as InstitutionRow | undefined;
}

/** The same, held until the transaction ends, so that two steps come one after the other. */
export async function lockInstitution(
  db: Db,
  actor: Actor,
  institutionId: string,
): Promise<InstitutionRow | undefined> {
  const row = await visibleTo(db, actor).where('institution_id', '=', institutionId).forUpdate().executeTakeFirst();
  return row as InstitutionRow | undefined;
}

export async function listVisible(db: Db, actor: Actor): Promise<InstitutionRow[]> {
  return (await visibleTo(db, actor).orderBy('institution_id').execute()) as InstitutionRow[];
}

/** All of them, for what residents may know of each: the caller gives out no more than that. */
export async function listForResidents(db: Db): Promise<InstitutionRow[]> {
  return (await selectInstitutions(db).orderBy('institution_id').execute()) as InstitutionRow[];
}

export async function findForResidents(db: Db, institutionId: string): Promise<InstitutionRow | undefined> {
  const row = await selectInstitutions(db).where('institution_id', '=', institutionId).executeTakeFirst();
  return row as InstitutionRow | undefined;
}

function valuesOf(given: NewInstitution) {
  return {
    organisation_id: given.organisationId,
    kind_code: given.kindCode,
    name: JSON.stringify(given.name),
    is_confidential: given.isConfidential,
    phone: given.phone === '' ? null : given.phone,
    capacity_approved: given.capacityApproved,
  };
}

function placeOf(given: NewInstitution) {
  return {
    area_id: given.areaId,
    address: given.address === '' ? null : given.address,
    latitude: given.latitude,
    longitude: given.longitude,
  };
}

export async function insertInstitution(db: Db, given: NewInstitution, now: Date): Promise<string> {
  const institutionId = newId(now.getTime());
  await db
    .insertInto('institutions.institution')
    .values({ institution_id: institutionId, ...valuesOf(given), ...placeOf(given), created_at: now, updated_at: now })
    .execute();
  return institutionId;
}

/**
 * Writes a correction. Nobody can read the place of a confidential one, so a form cannot show it again: what it leaves
 * blank there stays as it was kept. Opening one up takes what the form says, or a hidden place would come to light.
 */
export async function updateInstitution(db: Db, before: InstitutionRow, given: NewInstitution): Promise<void> {
  const stays = before.is_confidential && given.isConfidential;
  const place = Object.entries(placeOf(given)).filter(([, value]) => !stays || value !== null);
  await db
    .updateTable('institutions.institution')
    .set({ ...valuesOf(given), ...Object.fromEntries(place), version: before.version + 1 })
    .where('institution_id', '=', before.institution_id)
    .execute();
}

export type LicenceValues = Pick<
  InstitutionRow,
  'licence_state' | 'licence_number' | 'licence_issued_on' | 'licence_valid_until' | 'licence_authority'
>;

export async function saveLicence(db: Db, row: InstitutionRow, values: LicenceValues): Promise<void> {
  await db
    .updateTable('institutions.institution')
    .set({ ...values, version: row.version + 1 })
    .where('institution_id', '=', row.institution_id)
    .execute();
}

export async function savePlaces(
  db: Db,
  row: InstitutionRow,
  counted: { placesOccupied: number; occupiedOn: string },
): Promise<void> {
  await db
    .updateTable('institutions.institution')
    .set({ places_occupied: counted.placesOccupied, occupied_on: counted.occupiedOn })
    .where('institution_id', '=', row.institution_id)
    .execute();
}

export async function listKindRows(db: Db): Promise<InstitutionKind[]> {
  const rows = await db.selectFrom('institutions.kind').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    kindCode: row.kind_code,
    name: row.name as LocalizedText,
    inspectionMonths: row.inspection_months,
  }));
}

export async function listRequirementRows(db: Db): Promise<Requirement[]> {
  const rows = await db.selectFrom('institutions.requirement').selectAll().orderBy('position').execute();
  return rows.map((row) => ({ requirementCode: row.requirement_code, name: row.name as LocalizedText }));
}
