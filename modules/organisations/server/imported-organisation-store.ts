import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { OrganisationId } from '../contract/index.ts';
import type { OrganisationsTables } from './tables.gen.ts';

/** An organisation as a published directory tells of it. */
export type ImportedOrganisation = {
  source: string;
  sourceId: string;
  name: LocalizedText;
  alternateName: LocalizedText | null;
  description: LocalizedText | null;
  email: string | null;
  phone: string | null;
  website: string | null;
};

const CHUNK = 1000;

function rowOf(organisation: ImportedOrganisation, now: Date) {
  return {
    organisation_id: newId(now.getTime()),
    name: organisation.name,
    alternate_name: organisation.alternateName,
    description: organisation.description,
    sector: 'other',
    email: organisation.email,
    phone: organisation.phone,
    website: organisation.website,
    receives_referrals: false,
    source: organisation.source,
    source_id: organisation.sourceId,
    created_at: now,
    updated_at: now,
  };
}

/**
 * Adds a source's organisations or brings them up to date, a statement for a thousand; answers their identifiers by
 * those of the source. Sector, area and whether they answer referrals are ours to say: an import leaves them. No event
 * of each: whoever imports tells of the import.
 */
export async function saveImportedOrganisations(
  anyCtx: AnyCtx,
  organisations: ImportedOrganisation[],
): Promise<Map<string, OrganisationId>> {
  const ctx = withTables<OrganisationsTables>(anyCtx);
  const saved = new Map<string, OrganisationId>();
  for (let start = 0; start < organisations.length; start += CHUNK) {
    const rows = organisations.slice(start, start + CHUNK).map((organisation) => rowOf(organisation, ctx.now));
    const written = await sql<{ organisation_id: string; source_id: string }>`
      insert into organisations.organisation (organisation_id, name, alternate_name, description, sector, email, phone,
        website, receives_referrals, source, source_id, created_at, updated_at)
      select organisation_id, name, alternate_name, description, sector, email, phone,
        website, receives_referrals, source, source_id, created_at, updated_at
      from jsonb_populate_recordset(null::organisations.organisation, ${JSON.stringify(rows)}::jsonb)
      on conflict (source, source_id) do update set name = excluded.name, alternate_name = excluded.alternate_name,
        description = excluded.description, email = excluded.email, phone = excluded.phone, website = excluded.website,
        updated_at = excluded.updated_at
      returning organisation_id, source_id`.execute(ctx.db);
    for (const row of written.rows) saved.set(row.source_id, row.organisation_id as OrganisationId);
  }
  return saved;
}
