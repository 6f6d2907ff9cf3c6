import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ServiceCard } from '../contract/index.ts';
import type { Candidate } from '../domain/index.ts';
import { cardColumns, toCard, type CardRow } from './card-view.ts';
import { hoursColumn } from './hours-view.ts';
import { getsWheelchairIn } from './search/filters-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Ctx<DirectoryTables>['db'];

export type FoundCandidate = Candidate & {
  serviceId: string;
  organisationId: string;
  conditions: LocalizedText | null;
};

/** Every active service that answers a need, with no more than judging it takes, in one statement; freshest first. */
export async function listCandidates(db: Db, asked: { needCode: string; now: Date }): Promise<FoundCandidate[]> {
  const { rows } = await sql<Omit<FoundCandidate, 'hasConditions'>>`
    select service.service_id as "serviceId", service.organisation_id as "organisationId",
      organisation.receives_referrals as "receivesReferrals", service.languages,
      array(select served.area_id::text from directory.area_served as served where served.service_id = service.service_id) as "areaIds",
      service.minimum_age as "minimumAge", service.maximum_age as "maximumAge", service.capacity,
      floor(extract(epoch from ${asked.now}::timestamptz - service.capacity_at) / 86400)::int as "capacityDays",
      service.eligibility_description as conditions,
      coalesce((select json_agg(json_build_object('latitude', location.latitude, 'longitude', location.longitude))
        from directory.service_at_location as given join directory.location on location.location_id = given.location_id
        where given.service_id = service.service_id and not location.is_confidential
          and location.latitude is not null and location.longitude is not null), '[]') as places,
      ${hoursColumn} as hours, ${getsWheelchairIn(sql`service.service_id`)} as "getsWheelchairIn"
    from directory.service_need
    join directory.service on service.service_id = service_need.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    where service_need.need_code = ${asked.needCode} and service.status = 'active' and service.merged_into is null
    order by service.assured_at desc nulls last, service.service_id`.execute(db);
  return rows.map((row) => ({ ...row, hasConditions: Object.keys(row.conditions ?? {}).length > 0 }));
}

/** The cards of these services, by identifier. */
export async function listCards(db: Db, serviceIds: string[]): Promise<Map<string, z.input<typeof ServiceCard>>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from directory.service
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    where service.service_id = any(${serviceIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.service_id, toCard(row)]));
}
