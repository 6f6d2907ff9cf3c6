import { dayIn } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { AgeInterval, Birth, ConsentPurpose, DataCategory, Gender } from '../../contract/index.ts';
import { ageOn, classesOf } from '../../domain/index.ts';
import { isLookedAfterBy } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

/** Somebody whose consent for a purpose names an organisation, with the record that it was given for and the one that stands for them. */
export type Agreed = { personId: string; recordId: string; consentId: string; categories: DataCategory[] };

/** Of those whom the actor looks after, whose live consents for this purpose name this recipient; of these records, or of all. */
export async function listAgreed(
  ctx: AnyCtx,
  of: { purpose: ConsentPurpose; recipient: string; recordIds?: readonly string[] },
): Promise<Agreed[]> {
  const among = of.recordIds === undefined ? sql`true` : sql`consent.person_id = any (${[...of.recordIds]}::uuid[])`;
  const { rows } = await sql<Agreed>`
    select coalesce(person.merged_into, person.person_id) as "personId", consent.person_id as "recordId",
      consent.consent_id as "consentId", consent.categories
    from people.consent
    join people.consent_recipient as recipient on recipient.person_id = consent.person_id and recipient.consent_id = consent.consent_id
    join people.person on person.person_id = consent.person_id
    where recipient.organisation_id = ${of.recipient} and consent.purpose = ${of.purpose} and consent.withdrawn_at is null
      and consent.starts_at <= ${ctx.now} and consent.ends_at > ${ctx.now} and ${among}
      and exists (select from people.reach where reach.person_id = consent.person_id and ${isLookedAfterBy(ctx.actor)})
    order by consent.starts_at desc, consent.consent_id`.execute(withTables<PeopleTables>(ctx).db);
  return rows;
}

/** The records that stand for these: each one's own, or the one that it is behind. */
export async function listStandingIds(ctx: AnyCtx, recordIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ record: string; standing: string }>`
    select person_id as record, coalesce(merged_into, person_id) as standing from people.person
    where person_id = any (${[...new Set(recordIds)]}::uuid[])`.execute(withTables<PeopleTables>(ctx).db);
  return new Map(rows.map(({ record, standing }) => [record, standing]));
}

/** What criteria ask of a person, and every record that is theirs. */
export type KnownFacts = {
  recordIds: string[];
  age: AgeInterval | null;
  areaId: string | null;
  languages: string[];
  gender: Gender | null;
  agesAtHome: (AgeInterval | null)[] | null;
};

type FactsRow = Birth & {
  personId: string;
  recordIds: string[];
  areaId: string | null;
  languages: string[];
  gender: Gender | null;
  atHome: Birth[] | null;
};

const BIRTH = (
  of: string,
) => sql`${sql.ref(`${of}.birth_year`)}::int as year, ${sql.ref(`${of}.birth_month`)}::int as month,
  ${sql.ref(`${of}.birth_day`)}::int as day, ${sql.ref(`${of}.estimated_age`)}::int as "estimatedAge",
  ${sql.ref(`${of}.estimated_on`)}::text as "estimatedOn"`;

/** Ages in the households of each person now, of the others whom the actor may know of; null where no household is noted. */
function homes(ctx: AnyCtx) {
  const mayKnow = (member: string) =>
    sql`${sql.ref(`${member}.ended_on`)} is null and ${sql.ref(`${member}.record_class`)} = any (${classesOf(ctx.actor)}::text[])
      and exists (select from people.reach where reach.person_id = ${sql.ref(`${member}.person_id`)} and ${isLookedAfterBy(ctx.actor)})`;
  return sql`
    select record.standing, coalesce(jsonb_agg(distinct jsonb_build_object('id', other.id, 'year', other.year, 'month', other.month, 'day', other.day,
      'estimatedAge', other."estimatedAge", 'estimatedOn', other."estimatedOn")) filter (where other.id is not null), '[]') as at_home
    from record join people.household_member as mine on mine.person_id = record.person_id and ${mayKnow('mine')}
    left join lateral (
      select whole.person_id as id, ${BIRTH('whole')} from people.household_member as member
      join people.person as part on part.person_id = member.person_id
      join people.person as whole on whole.person_id = coalesce(part.merged_into, part.person_id)
      where member.household_id = mine.household_id and whole.person_id <> record.standing and ${mayKnow('member')}) as other on true
    group by record.standing`;
}

/** What is known of these people, by the record that stands for each; the caller has judged the access. */
export async function listKnownFacts(ctx: AnyCtx, personIds: readonly string[]): Promise<Map<string, KnownFacts>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<FactsRow>`
    with record as (select person_id, coalesce(merged_into, person_id) as standing from people.person
      where person_id = any (${[...personIds]}::uuid[]) or merged_into = any (${[...personIds]}::uuid[])),
    home as (${homes(ctx)})
    select person.person_id as "personId", ${BIRTH('person')}, person.area_id as "areaId", person.languages, person.gender,
      (select array_agg(record.person_id::text) from record where record.standing = person.person_id) as "recordIds",
      home.at_home as "atHome"
    from people.person left join home on home.standing = person.person_id
    where person.person_id = any (${[...personIds]}::uuid[])`.execute(withTables<PeopleTables>(ctx).db);
  const on = new Date(`${dayIn(ctx.timeZone, ctx.now)}T00:00:00Z`);
  return new Map(
    rows.map(({ personId, recordIds, areaId, languages, gender, atHome, ...birth }) => [
      personId,
      {
        recordIds,
        age: ageOn(birth, on),
        areaId,
        languages,
        gender,
        agesAtHome: atHome?.map((one) => ageOn(one, on)) ?? null,
      },
    ]),
  );
}
