import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import { searchColumnsOf } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** A record that may be the one that somebody is about to add. */
export type LikeNew = {
  object: 'organization' | 'service';
  id: string;
  name: LocalizedText;
  of: LocalizedText | null;
  reasons: string[];
};

/** What is known of a service before it is there. */
export type Coming = { name: LocalizedText; phone: string | null; organisationId: string | null };

const MOST = 8;

const digitsOf = (phone: string | null): string => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 6 ? '' : digits.slice(-8);
};

/** Services that may be the one that is to be added: by its words, its number, and who offers it. Locations are not looked at. */
export async function listServicesLike(anyCtx: AnyCtx, coming: Coming): Promise<LikeNew[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const named = Object.values(coming.name).filter((text) => text !== '');
  const { search_name: words } = searchColumnsOf({
    names: [coming.name],
    organisationName: null,
    needs: [],
    texts: [],
  });
  const digits = digitsOf(coming.phone);
  const { rows } = await sql<LikeNew>`
    with living as (
      select service.service_id, service.name, service.organisation_id, greatest(similarity(service.search_name, ${words}),
          (select max(similarity(lower(said.value), lower(asked.name)))
            from jsonb_each_text(service.name) as said, unnest(${named}::text[]) as asked (name))) as likeness,
        ${digits} <> '' and exists (select 1 from directory.phone where phone.service_id = service.service_id
          and right(regexp_replace(phone.number, '\\D', '', 'g'), 8) = ${digits}) as has_phone
      from directory.service where service.merged_into is null and service.status <> 'defunct')
    select 'service' as object, living.service_id as id, living.name, organisation.name as of,
      array_remove(array[
        case when likeness > 0.95 then 'same_name' when likeness > 0.3 then 'like_name' end,
        case when has_phone then 'same_phone' end,
        case when living.organisation_id = ${coming.organisationId}::uuid then 'same_organisation' end], null) as reasons
    from living join organisations.published_organisation as organisation
      on organisation.organisation_id = living.organisation_id
    where likeness > 0.5 or has_phone or (likeness > 0.3 and living.organisation_id = ${coming.organisationId}::uuid)
    order by likeness + case when has_phone then 0.5 else 0 end desc, living.service_id limit ${sql.lit(MOST)}`.execute(
    db,
  );
  return rows;
}

/** Organisations that may be the one that is to be added, by name or number. */
export async function listOrganisationsLike(
  anyCtx: AnyCtx,
  coming: Pick<Coming, 'name' | 'phone'>,
): Promise<LikeNew[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const words = Object.values(coming.name).filter((text) => text !== '');
  const digits = digitsOf(coming.phone);
  const { rows } = await sql<LikeNew>`
    with living as (
      select organisation.organisation_id, organisation.name,
        coalesce((select max(similarity(lower(said.value), lower(asked.name)))
          from jsonb_each_text(organisation.name) as said, unnest(${words}::text[]) as asked (name)), 0) as likeness,
        ${digits} <> '' and right(regexp_replace(coalesce(organisation.phone, ''), '\\D', '', 'g'), 8) = ${digits} as has_phone
      from organisations.published_organisation as organisation
      where not exists (select 1 from directory.merge
        where merge.from_id = organisation.organisation_id and merge.undone_at is null))
    select 'organization' as object, organisation_id as id, name, null as of,
      array_remove(array[case when likeness > 0.95 then 'same_name' when likeness > 0.3 then 'like_name' end,
        case when has_phone then 'same_phone' end], null) as reasons
    from living where likeness > 0.5 or has_phone
    order by likeness desc, organisation_id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}
