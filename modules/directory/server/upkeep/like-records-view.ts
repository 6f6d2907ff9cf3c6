import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

export type LikePair = {
  object: 'organization' | 'service';
  oneId: string;
  otherId: string;
  reasons: string[];
  score: number;
};

/** A number that more records than this share is a switchboard's, and says nothing. */
const MOST_SHARING = 6;
const MOST_PAIRS = 2000;

/**
 * Services that may be one: with the same words in their name under one organisation or one telephone number, or with one
 * number and names that are like one another. The locations are not looked at: where a shelter is must not show in who is
 * like whom.
 */
export async function listLikeServices(anyCtx: AnyCtx): Promise<LikePair[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<LikePair>`
    with living as (
      select service.service_id, service.organisation_id, service.search_name,
        array_to_string(array(select distinct word from unnest(string_to_array(service.search_name, ' ')) as word order by 1), ' ') as name_key
      from directory.service where service.merged_into is null and service.status <> 'defunct'),
    numbered as (
      select phone.service_id, right(regexp_replace(phone.number, '\\D', '', 'g'), 8) as digits
      from directory.phone join living on living.service_id = phone.service_id
      where length(regexp_replace(phone.number, '\\D', '', 'g')) >= 6),
    shared as (select digits from numbered group by digits having count(distinct service_id) between 2 and ${sql.lit(MOST_SHARING)}),
    by_phone as (
      select distinct one.service_id as one_id, other.service_id as other_id
      from numbered as one join shared on shared.digits = one.digits
      join numbered as other on other.digits = one.digits and one.service_id < other.service_id),
    by_name as (
      select one.service_id as one_id, other.service_id as other_id
      from living as one join living as other on other.name_key = one.name_key and one.service_id < other.service_id
      where one.name_key <> '' and (one.organisation_id = other.organisation_id
        or exists (select 1 from by_phone where by_phone.one_id = one.service_id and by_phone.other_id = other.service_id))),
    pairs as (select one_id, other_id from by_name union
      select by_phone.one_id, by_phone.other_id from by_phone
      join living as one on one.service_id = by_phone.one_id join living as other on other.service_id = by_phone.other_id
      where similarity(one.search_name, other.search_name) > 0.35)
    select 'service' as object, pairs.one_id as "oneId", pairs.other_id as "otherId",
      array_remove(array[
        case when one.name_key = other.name_key then 'same_name' else 'like_name' end,
        case when exists (select 1 from by_phone where by_phone.one_id = pairs.one_id and by_phone.other_id = pairs.other_id) then 'same_phone' end,
        case when one.organisation_id = other.organisation_id then 'same_organisation' end], null) as reasons,
      similarity(one.search_name, other.search_name)
        + case when exists (select 1 from by_phone where by_phone.one_id = pairs.one_id and by_phone.other_id = pairs.other_id) then 0.5 else 0 end
        + case when one.organisation_id = other.organisation_id then 0.25 else 0 end as score
    from pairs join living as one on one.service_id = pairs.one_id join living as other on other.service_id = pairs.other_id
    order by score desc limit ${sql.lit(MOST_PAIRS)}`.execute(db);
  return rows;
}

/**
 * Organisations that may be one: like in name, and with one web site or one telephone number. Of those alone that a source tells
 * of: what stands in the register of organisations without one could not be made two again.
 */
export async function listLikeOrganisations(anyCtx: AnyCtx): Promise<LikePair[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<LikePair>`
    with living as (
      select organisation.organisation_id, lower(concat_ws(' ', organisation.name ->> 'ar', organisation.name ->> 'fr', organisation.name ->> 'en')) as name,
        right(regexp_replace(coalesce(organisation.phone, ''), '\\D', '', 'g'), 8) as digits,
        regexp_replace(lower(coalesce(organisation.website, '')), '^https?://(www\\.)?|/$', '', 'g') as site
      from organisations.published_organisation as organisation
      where not exists (select 1 from directory.merge where merge.from_id = organisation.organisation_id and merge.undone_at is null)
        and exists (select 1 from directory.statement where statement.record_id = organisation.organisation_id)),
    pairs as (
      select one.organisation_id as one_id, other.organisation_id as other_id, one.name = other.name as is_same,
        similarity(one.name, other.name) as likeness,
        length(one.digits) >= 6 and one.digits = other.digits as has_phone, one.site <> '' and one.site = other.site as has_site
      from living as one join living as other on one.organisation_id < other.organisation_id
        and (one.name = other.name or (length(one.digits) >= 6 and one.digits = other.digits) or (one.site <> '' and one.site = other.site)))
    select 'organization' as object, one_id as "oneId", other_id as "otherId",
      array_remove(array[case when is_same then 'same_name' when likeness > 0.3 then 'like_name' end,
        case when has_phone then 'same_phone' end, case when has_site then 'same_site' end], null) as reasons,
      likeness + case when has_phone then 0.5 else 0 end + case when has_site then 0.5 else 0 end as score
    from pairs where is_same or likeness > 0.3
    order by score desc limit ${sql.lit(MOST_PAIRS)}`.execute(db);
  return rows;
}
