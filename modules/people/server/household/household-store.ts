import { newId, type Actor } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { HouseholdMember, HouseholdRelation, MembershipId, PersonId } from '../../contract/index.ts';
import { ageOn, classesOf } from '../../domain/index.ts';
import { isLookedAfterBy } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

/** Somebody's place in a household, as it is kept. */
export type Membership = { personId: string; membershipId: string; startedOn: string | null; endedOn: string | null };
export type AsMember = { relation: HouseholdRelation; startedOn: string | null; isHome: boolean };

/** Places in households that this actor may know of: of those whom they look after, with a class that their role has. */
function visibleMembers(db: Db, actor: Actor) {
  return db
    .selectFrom('people.household_member as member')
    .where(sql<boolean>`member.record_class = any (${classesOf(actor)}::text[])`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people.reach')
          .select(sql.lit(1).as('one'))
          .whereRef('people.reach.person_id', '=', 'member.person_id')
          .where(isLookedAfterBy(actor)),
      ),
    );
}

/** The household, where the actor may know of somebody in it; held until the use case ends where it is about to change. */
export async function findHousehold(
  db: Db,
  householdId: string,
  isHeld = false,
): Promise<{ householdId: string; organisationId: string } | undefined> {
  const query = db
    .selectFrom('people.household')
    .select(['household_id as householdId', 'organisation_id as organisationId'])
    .where('household_id', '=', householdId);
  return (isHeld ? query.forUpdate() : query).executeTakeFirst();
}

/** The households that any of these records belongs to or belonged to, the present ones first. */
export async function listHouseholdIds(db: Db, actor: Actor, recordIds: readonly string[]): Promise<string[]> {
  const rows = await visibleMembers(db, actor)
    .where('member.person_id', 'in', recordIds)
    .select('member.household_id')
    .groupBy('member.household_id')
    .orderBy(sql`bool_or(member.is_home)`, 'desc')
    .orderBy(sql`bool_or(member.ended_on is null)`, 'desc')
    .orderBy(sql`max(member.created_at)`, 'desc')
    .orderBy('member.household_id')
    .execute();
  return rows.map((row) => row.household_id);
}

/** What somebody is in a household and since when, and nothing of which one or who else is there. */
export type Place = Pick<HouseholdMember, 'relation' | 'isHome' | 'startedOn' | 'endedOn'>;

/** The places of one record, one of each household: the present one, else the latest; where they live first, past ones last. */
export async function listPlaces(db: Db, actor: Actor, personId: string): Promise<Place[]> {
  const places = visibleMembers(db, actor)
    .where('member.person_id', '=', personId)
    .distinctOn('member.household_id')
    .selectAll('member')
    .orderBy('member.household_id')
    .orderBy(sql`member.ended_on is null`, 'desc')
    .orderBy('member.created_at', 'desc');
  return db
    .selectFrom(places.as('place'))
    .select(['relation', 'is_home as isHome', 'started_on as startedOn', 'ended_on as endedOn'])
    .orderBy('is_home', 'desc')
    .orderBy(sql`ended_on is null`, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('household_id')
    .execute();
}

/** Where these records belong now. */
export async function listPresent(db: Db, actor: Actor, recordIds: readonly string[]) {
  return visibleMembers(db, actor)
    .where('member.person_id', 'in', recordIds)
    .where('member.ended_on', 'is', null)
    .select([
      'member.person_id as personId',
      'member.membership_id as membershipId',
      'member.household_id as householdId',
      'member.started_on as startedOn',
      'member.ended_on as endedOn',
    ])
    .execute();
}

const BIRTH = ['birth_year', 'birth_month', 'birth_day', 'estimated_age', 'estimated_on'] as const;

function selectMembers(db: Db, actor: Actor, householdId: string) {
  return visibleMembers(db, actor)
    .innerJoin('people.person as record', 'record.person_id', 'member.person_id')
    .innerJoin('people.person as person', (join) =>
      join.on(sql<boolean>`person.person_id = coalesce(record.merged_into, record.person_id)`),
    )
    .where('member.household_id', '=', householdId)
    .selectAll('member')
    .select([
      'person.person_id as standing_id',
      'person.display_name',
      'person.area_id',
      'person.created_at as person_created_at',
    ])
    .select(BIRTH.map((column) => `person.${column}` as const))
    .orderBy(
      sql`array_position(array['head', 'contact', 'partner', 'parent', 'relative', 'unrelated', 'child', 'in_care'], member.relation)`,
    )
    .orderBy('person.birth_year')
    .orderBy('member.created_at')
    .orderBy('member.membership_id');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number];

function toMember(row: Row, on: Date): HouseholdMember & { recordId: string } {
  const birth = {
    year: row.birth_year,
    month: row.birth_month,
    day: row.birth_day,
    estimatedAge: row.estimated_age,
    estimatedOn: row.estimated_on,
  };
  return {
    recordId: row.person_id,
    membershipId: row.membership_id as MembershipId,
    personId: row.standing_id as PersonId,
    displayName: row.display_name,
    areaId: row.area_id,
    createdAt: row.person_created_at.toISOString(),
    age: ageOn(birth, on),
    relation: row.relation,
    isHome: row.is_home,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    isUnlinked: row.record_class !== 'ordinary',
  };
}

export type KeptMember = ReturnType<typeof toMember>;

/** Everybody of a household whom the actor may know of, past ones too; each row as it is kept. */
export async function listMembers(db: Db, actor: Actor, of: { householdId: string; on: Date }): Promise<KeptMember[]> {
  const rows = await selectMembers(db, actor, of.householdId).execute();
  return rows.map((row) => toMember(row, of.on));
}

export async function insertHousehold(
  db: Db,
  by: { organisationId: string; accountId: string | null; now: Date },
): Promise<string> {
  const householdId = newId(by.now.getTime());
  await db
    .insertInto('people.household')
    .values({
      household_id: householdId,
      organisation_id: by.organisationId,
      created_by: by.accountId,
      created_at: by.now,
    })
    .execute();
  return householdId;
}

/** Somebody lives in one place now: every other stops being it. */
async function leaveHome(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('people.household_member')
    .set({ is_home: false })
    .where('person_id', '=', personId)
    .where('is_home', '=', true)
    .execute();
}

export async function insertMember(
  db: Db,
  of: { personId: string; householdId: string; member: AsMember; accountId: string | null; now: Date },
): Promise<string> {
  const { personId, member, now } = of;
  if (member.isHome) await leaveHome(db, personId);
  const membershipId = newId(now.getTime());
  await db
    .insertInto('people.household_member')
    .values({
      person_id: personId,
      membership_id: membershipId,
      household_id: of.householdId,
      relation: member.relation,
      is_home: member.isHome,
      started_on: member.startedOn,
      added_by: of.accountId,
      created_at: now,
    })
    .execute();
  return membershipId;
}

export async function saveMember(
  db: Db,
  of: { personId: string; membershipId: string; member: AsMember },
): Promise<void> {
  const { personId, member } = of;
  if (member.isHome) await leaveHome(db, personId);
  await db
    .updateTable('people.household_member')
    .set({ relation: member.relation, is_home: member.isHome, started_on: member.startedOn })
    .where('person_id', '=', personId)
    .where('membership_id', '=', of.membershipId)
    .execute();
}

/** Somebody left: the row stays as history, or goes behind the class of violence. */
export async function saveLeft(
  db: Db,
  of: { personId: string; membershipId: string; on: string; keepsLink: boolean },
): Promise<void> {
  if (!of.keepsLink) {
    await sql`select people.leave_unlinked(${of.personId}, ${of.membershipId}, ${of.on}::date)`.execute(db);
    return;
  }
  await db
    .updateTable('people.household_member')
    .set({ ended_on: of.on, is_home: false })
    .where('person_id', '=', of.personId)
    .where('membership_id', '=', of.membershipId)
    .where('ended_on', 'is', null)
    .execute();
}
