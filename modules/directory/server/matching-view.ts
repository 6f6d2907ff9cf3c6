import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ServiceCard } from '../contract/index.ts';
import type { Candidate } from '../domain/index.ts';
import { cardColumns, toCard, type CardRow } from './card-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Ctx<DirectoryTables>['db'];

/** Every active service that answers a need, with no more than judging it takes; freshest first. */
export async function listCandidates(db: Db, needCode: string): Promise<(Candidate & { serviceId: string })[]> {
  const { rows } = await sql<Candidate & { serviceId: string }>`
    select service.service_id as "serviceId", organisation.receives_referrals as "receivesReferrals", service.languages,
      array(select served.area_id::text from directory.area_served as served where served.service_id = service.service_id) as "areaIds",
      service.minimum_age as "minimumAge", service.maximum_age as "maximumAge", service.capacity
    from directory.service_need
    join directory.service on service.service_id = service_need.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    where service_need.need_code = ${needCode} and service.status = 'active' and service.merged_into is null
    order by service.assured_at desc nulls last, service.service_id`.execute(db);
  return rows;
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
