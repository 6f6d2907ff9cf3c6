import type { Locale, LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { AnyRow, StandingObject } from '../../domain/index.ts';
import { rowOf } from '../records/columns.ts';
import { HERE } from '../records/statement-store.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** One text that is a translation: of which field of which record, by whom, and of what. */
export type KnownTranslation = {
  recordId: string;
  /** The field's name; of a part, `object:id:field`. */
  field: string;
  language: Locale;
  origin: string;
  translatedBy: string | null;
  translatedAt: string;
  fromLanguage: Locale;
  fromText: string;
};

/** Which texts of these records are translations. */
export async function listTranslations(anyCtx: AnyCtx, recordIds: string[]): Promise<KnownTranslation[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<KnownTranslation & { translatedAt: Date }>`
    select record_id as "recordId", field, locale as language, origin, translated_by as "translatedBy",
      translated_at as "translatedAt", from_locale as "fromLanguage", from_text as "fromText"
    from directory.translation where record_id = any(${recordIds}::uuid[])
    order by record_id, field, locale`.execute(db);
  return rows.map((row) => ({ ...row, translatedAt: new Date(row.translatedAt).toISOString() }));
}

/** Which source first tells of each record; one that was written here has none. */
export async function listRecordSources(anyCtx: AnyCtx, recordIds: string[]): Promise<Map<string, string>> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string; source: string }>`
    select distinct on (statement.record_id) statement.record_id as id, statement.source
    from directory.statement join directory.source using (source)
    where statement.record_id = any(${recordIds}::uuid[]) and statement.ended_at is null
      and statement.source <> ${HERE}
    order by statement.record_id, statement.is_edit, source.rank`.execute(db);
  return new Map(rows.map(({ id, source }) => [id, source]));
}

/** What changed in these records and their parts, oldest first (HSDS 3.1 metadata). */
export async function listMetadata(anyCtx: AnyCtx, resourceIds: string[]): Promise<AnyRow[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ columns: Record<string, unknown> }>`
    select to_jsonb(metadata) as columns from directory.metadata
    where resource_id = any(${resourceIds}::uuid[]) order by metadata_id`.execute(db);
  return rows.map(({ columns }) => rowOf('metadata', columns));
}

/** Under which labels sources' further columns are kept; those of confidential locations alone are not among them. */
export async function listColumnLabels(anyCtx: AnyCtx): Promise<string[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ label: string }>`select distinct label from directory.attribute
    where link_type = 'column' and label is not null and not exists (select 1 from directory.location
      where location.location_id = attribute.home_id and location.is_confidential) order by label`.execute(db);
  return rows.map(({ label }) => label);
}

/**
 * A location that somebody gives no service at and no source speaks of, as it was ended by hand: it is passed on no more.
 * One that was there before sources were kept has no statement, and stays.
 */
const isEnded = sql`(exists (select 1 from directory.statement where statement.record_id = location.location_id)
  and not exists (select 1 from directory.statement
    where statement.record_id = location.location_id and statement.ended_at is null)
  and not exists (select 1 from directory.service_at_location as given where given.location_id = location.location_id))`;

/** Every location, confidential ones among them by their identifier alone; none that was ended or found to be another. */
export async function listOpenLocations(anyCtx: AnyCtx): Promise<string[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string }>`select location_id as id from directory.location
    where merged_into is null and not ${isEnded} order by location_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What a single address of a public interface asks before it answers. */
export type Whereabouts = { id: string; mergedInto: string | null };

/** A service by its identifier, with the one that it was found to be the same as. */
export async function findWireService(anyCtx: AnyCtx, id: string): Promise<Whereabouts | undefined> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  // A chain of mergers is followed to its end, and no further than it can be long.
  const { rows } = await sql<{ survivor: string; depth: number }>`
    with recursive chain as (
      select service_id as survivor, merged_into, 0 as depth from directory.service where service_id = ${id}::uuid
      union all
      select service.service_id, service.merged_into, chain.depth + 1 from chain
      join directory.service on service.service_id = chain.merged_into where chain.depth < 20)
    select survivor, depth from chain where merged_into is null`.execute(db);
  const [found] = rows;
  return found && { id, mergedInto: found.depth === 0 ? null : found.survivor };
}

/** The service whose service_at_location this is; undefined where there is none, or the service was merged into another. */
export async function findWirePlace(anyCtx: AnyCtx, id: string): Promise<{ serviceId: string } | undefined> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ serviceId: string }>`select given.service_id as "serviceId"
    from directory.service_at_location as given join directory.service on service.service_id = given.service_id
    where given.service_at_location_id = ${id}::uuid and given.home_id = given.service_id
      and service.merged_into is null order by given.service_id limit 1`.execute(db);
  return rows[0];
}

/** The services of these service_at_locations. */
export async function listServicesOfPlaces(anyCtx: AnyCtx, placeIds: string[]): Promise<Map<string, string>> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string; serviceId: string }>`
    select service_at_location_id as id, service_id as "serviceId" from directory.service_at_location
    where service_at_location_id = any(${placeIds}::uuid[]) and home_id = service_id`.execute(db);
  return new Map(rows.map(({ id, serviceId }) => [id, serviceId]));
}

/** When each of these services last changed. */
export async function listModified(anyCtx: AnyCtx, serviceIds: string[]): Promise<Map<string, string>> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string; at: Date }>`select service_id as id, updated_at as at
    from directory.service where service_id = any(${serviceIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, new Date(at).toISOString()]));
}

/** The services and locations of these organisations, by organisation. */
export async function listHoldings(
  anyCtx: AnyCtx,
  organisationIds: string[],
): Promise<Map<string, { serviceIds: string[]; locationIds: string[] }>> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string; serviceIds: string[]; locationIds: string[] }>`
    select organisation_id as id,
      array(select service_id from directory.service where service.organisation_id = asked.organisation_id
        and service.merged_into is null order by service_id) as "serviceIds",
      array(select location_id from directory.location where location.organisation_id = asked.organisation_id
        and location.merged_into is null and not ${isEnded} order by location_id) as "locationIds"
    from unnest(${organisationIds}::uuid[]) as asked (organisation_id)`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export type NamedRow = { id: string; texts: LocalizedText[] };

/** What the organisations are called, for a search by words. */
export async function listOrganisationTexts(anyCtx: AnyCtx): Promise<NamedRow[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string; texts: (LocalizedText | null)[] }>`
    select organisation_id as id, jsonb_build_array(name, alternate_name, description) as texts
    from organisations.published_organisation`.execute(db);
  return rows.map(({ id, texts }) => ({ id, texts: texts.filter((text): text is LocalizedText => text !== null) }));
}

/** Something that is another as soon as anything of the directory is: the moment of the last change, and how much there is. */
export async function readDirectoryVersion(anyCtx: AnyCtx): Promise<string> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ version: string }>`select concat_ws(' ',
    (select count(*) || ' ' || max(updated_at) from directory.service),
    (select count(*) || ' ' || max(updated_at) from directory.location),
    (select count(*) || ' ' || max(updated_at) from organisations.published_organisation),
    (select count(*) || ' ' || max(said_at) || ' ' || max(ended_at) from directory.statement),
    (select count(*) || ' ' || max(translated_at) from directory.translation),
    (select count(*) || ' ' || md5(string_agg(need_code || name::text, '' order by need_code)) from directory.need),
    (select count(*) from directory.taxonomy_term)) as version`.execute(db);
  return rows[0]?.version ?? '';
}

/** Which locations are confidential, with the service_at_locations there: what tells of them is left out wherever it stands. */
export async function listHiddenIds(anyCtx: AnyCtx): Promise<{ locationIds: Set<string>; placeIds: Set<string> }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ locationId: string; placeIds: string[] }>`
    select location_id as "locationId", array(select service_at_location_id from directory.service_at_location as given
      where given.location_id = location.location_id) as "placeIds"
    from directory.location where is_confidential
      or merged_into in (select location_id from directory.location where is_confidential)`.execute(db);
  return {
    locationIds: new Set(rows.map(({ locationId }) => locationId)),
    placeIds: new Set(rows.flatMap(({ placeIds }) => placeIds)),
  };
}

/** Rows of a vocabulary or of the units, by their identifiers. */
export async function loadStanding(anyCtx: AnyCtx, object: StandingObject, ids: string[]): Promise<AnyRow[]> {
  if (ids.length === 0) return [];
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ columns: Record<string, unknown> }>`select to_jsonb(standing) as columns
    from ${sql.table(`directory.${object}`)} as standing
    where ${sql.ref(`${object}_id`)} = any(${ids}::uuid[])`.execute(db);
  return rows.map(({ columns }) => rowOf(object, columns));
}
