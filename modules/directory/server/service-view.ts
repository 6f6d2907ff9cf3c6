import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { findOrganisation } from '@qantara/organisations/server';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { Capacity, OpeningHours, Place, Service, ServicePhone, ServiceStatus } from '../contract/index.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Kysely<DirectoryTables>;
type Texts = Record<
  | 'alternate_name'
  | 'description'
  | 'eligibility'
  | 'fees'
  | 'application_process'
  | 'documents'
  | 'alert'
  | 'area_note',
  LocalizedText | null
>;
type ServiceRow = Texts & {
  service_id: string;
  organisation_id: string;
  status: ServiceStatus;
  name: LocalizedText;
  url: string | null;
  email: string | null;
  minimum_age: number | null;
  maximum_age: number | null;
  languages: string[];
  capacity: Capacity;
  capacity_at: Date | null;
  assured_at: Date | null;
  updated_at: Date;
  source: string | null;
  needs: { needCode: string; name: LocalizedText }[];
  areas: { areaId: string; name: LocalizedText }[];
  phones: ServicePhone[];
  hours: OpeningHours[];
  places: z.input<typeof Place>[];
};

const phonesOf = (owner: ReturnType<typeof sql>) => sql`coalesce((
  select json_agg(json_build_object('number', phone.number, 'kind', phone.kind, 'description', phone.description,
    'languages', phone.languages) order by phone.phone_id)
  from directory.phone where ${owner}), '[]')`;

/** A confidential place leaves the database as its phones and nothing else: no later step could let it slip. */
const open = (column: string) =>
  sql`case when location.is_confidential then null else ${sql.ref(`location.${column}`)} end`;

const places = sql`coalesce((
  select json_agg(json_build_object('locationId', location.location_id, 'isConfidential', location.is_confidential,
    'name', ${open('name')}, 'description', ${open('description')}, 'transport', ${open('transport')},
    'address', ${open('address')}, 'areaId', ${open('area_id')},
    'areaName', case when location.is_confidential then null else area.name end,
    'latitude', ${open('latitude')}, 'longitude', ${open('longitude')}, 'accessibility', ${open('accessibility')},
    'phones', ${phonesOf(sql`phone.location_id = location.location_id`)}) order by location.location_id)
  from directory.service_at_location as given
  join directory.location on location.location_id = given.location_id
  left join territory.published_area as area on area.area_id = location.area_id
  where given.service_id = service.service_id), '[]')`;

const hours = sql`coalesce((
  select json_agg(json_build_object('weekday', schedule.weekday, 'opensAt', to_char(schedule.opens_at, 'HH24:MI'),
    'closesAt', to_char(schedule.closes_at, 'HH24:MI'), 'description', schedule.description)
    order by schedule.weekday nulls last, schedule.opens_at)
  from directory.schedule where schedule.service_id = service.service_id), '[]')`;

async function selectService(db: Db, serviceId: string): Promise<ServiceRow | undefined> {
  const { rows } = await sql<ServiceRow>`
    select service.service_id, service.organisation_id, service.status, service.name, service.alternate_name,
      service.description, service.eligibility, service.fees, service.application_process, service.documents, service.alert,
      service.area_note, service.url, service.email, service.minimum_age, service.maximum_age, service.languages,
      service.capacity, service.capacity_at, service.assured_at, service.updated_at, service.source,
      coalesce((select json_agg(json_build_object('needCode', need.need_code, 'name', need.name) order by need.sort)
        from directory.service_need join directory.need using (need_code)
        where service_need.service_id = service.service_id), '[]') as needs,
      coalesce((select json_agg(json_build_object('areaId', area.area_id, 'name', area.name) order by area.code)
        from directory.service_area join territory.published_area as area on area.area_id = service_area.area_id
        where service_area.service_id = service.service_id), '[]') as areas,
      ${phonesOf(sql`phone.service_id = service.service_id`)} as phones, ${hours} as hours, ${places} as places
    from directory.service where service.service_id = ${serviceId}`.execute(db);
  return rows[0];
}

function textsOf(row: ServiceRow) {
  return {
    name: row.name,
    alternateName: row.alternate_name,
    description: row.description,
    areaNote: row.area_note,
    eligibility: row.eligibility,
    fees: row.fees,
    applicationProcess: row.application_process,
    documents: row.documents,
    alert: row.alert,
  };
}

/** A service with everything that is known of it, whatever its status; undefined where there is none. */
export async function findService(anyCtx: AnyCtx, serviceId: string): Promise<z.input<typeof Service> | undefined> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const row = await selectService(db, serviceId);
  const organisation = row && (await findOrganisation(anyCtx, row.organisation_id));
  if (row === undefined || organisation === undefined) return undefined;
  const { organisationId, name, description, email, phone, website, receivesReferrals } = organisation;
  return {
    serviceId: row.service_id,
    status: row.status,
    ...textsOf(row),
    organisation: { organisationId, name, description, email, phone, website, receivesReferrals },
    needs: row.needs,
    areas: row.areas,
    places: row.places,
    phones: row.phones,
    hours: row.hours,
    languages: row.languages,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    url: row.url,
    email: row.email,
    capacity: row.capacity,
    capacityAt: row.capacity_at?.toISOString() ?? null,
    assuredAt: row.assured_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    source: row.source,
  };
}
