import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

/** A location as whoever keeps the directory chooses it; of a confidential one nothing but that it is one, and its number. */
export type LocationLine = {
  locationId: string;
  organisationId: string | null;
  isConfidential: boolean;
  name: LocalizedText | null;
  address: LocalizedText | null;
  phone: string | null;
  /** How many services that are still given are there. */
  services: number;
};

const LINE = sql`location.location_id as "locationId", location.organisation_id as "organisationId",
  location.is_confidential as "isConfidential",
  case when location.is_confidential then null else location.name end as name,
  case when location.is_confidential then null else location.address end as address,
  (select phone.number from directory.phone where phone.location_id = location.location_id
    order by phone.phone_id limit 1) as phone,
  (select count(distinct given.service_id)::integer from directory.service_at_location as given
    join directory.service on service.service_id = given.service_id
    where given.location_id = location.location_id and service.merged_into is null
      and service.status <> 'defunct') as services`;

/** Somebody speaks of it still; one that was there before sources were kept has no statement and stays. */
const IS_SPOKEN_OF = sql`(not exists (select 1 from directory.statement where statement.record_id = location.location_id)
  or exists (select 1 from directory.statement
    where statement.record_id = location.location_id and statement.ended_at is null))`;

/** The places of an organisation that somebody still speaks of. */
export async function listLocationLines(anyCtx: AnyCtx, of: { organisationId: string }): Promise<LocationLine[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<LocationLine>`select ${LINE} from directory.location
    where location.organisation_id = ${of.organisationId} and location.merged_into is null and ${IS_SPOKEN_OF}
    order by location.location_id limit 200`.execute(db);
  return rows;
}

/** These places, by their identifiers. */
export async function listLocationsById(anyCtx: AnyCtx, locationIds: string[]): Promise<LocationLine[]> {
  if (locationIds.length === 0) return [];
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<LocationLine>`select ${LINE} from directory.location
    where location.location_id = any(${locationIds}::uuid[]) order by location.location_id`.execute(db);
  return rows;
}

/** Every service that is given at a place, whatever its status. */
export async function listServicesAt(anyCtx: AnyCtx, locationId: string): Promise<string[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ id: string }>`select distinct given.service_id as id
    from directory.service_at_location as given join directory.service on service.service_id = given.service_id
    where given.location_id = ${locationId} and service.merged_into is null order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** The country and the currency that most records of this directory name: what a new one most likely has. */
export async function findUsualWords(anyCtx: AnyCtx): Promise<{ country: string | null; currency: string | null }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ country: string | null; currency: string | null }>`select
    (select upper(country) from directory.address join directory.location using (location_id)
      where country ~ '^[A-Za-z]{2}$' and not location.is_confidential group by 1 order by count(*) desc, 1 limit 1) as country,
    (select upper(currency) from directory.cost_option where currency ~ '^[A-Za-z]{3}$'
      group by 1 order by count(*) desc, 1 limit 1) as currency`.execute(db);
  return rows[0] ?? { country: null, currency: null };
}

/** Nobody speaks of this place any more: no source, and not this directory. */
export async function saveLocationEnd(anyCtx: AnyCtx, locationId: string): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  await sql`update directory.statement set ended_at = ${ctx.now}
    where record_id = ${locationId} and object = 'location' and ended_at is null`.execute(ctx.db);
}
