import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

/** What an entry says of itself, for whoever looks whether it is fresh and whole. */
export type EntryState = {
  serviceId: string;
  name: LocalizedText;
  assuredAt: Date | null;
  /** Null where nothing is said of room. */
  capacityAt: Date | null;
  hasLanguages: boolean;
  hasHours: boolean;
};

/** The active services of an organisation, the longest unchecked first. */
export async function listEntryStates(anyCtx: AnyCtx, organisationId: string): Promise<EntryState[]> {
  const { rows } = await sql<EntryState>`
    select service.service_id as "serviceId", service.name, service.assured_at as "assuredAt",
      case when service.capacity <> 'unknown' then service.capacity_at end as "capacityAt",
      cardinality(service.languages) > 0 as "hasLanguages",
      exists (select from directory.opening where opening.service_id = service.service_id) as "hasHours"
    from directory.service
    where service.organisation_id = ${organisationId}::uuid and service.status = 'active' and service.merged_into is null
    order by service.assured_at nulls first, service.service_id limit 100`.execute(
    withTables<DirectoryTables>(anyCtx).db,
  );
  return rows;
}
