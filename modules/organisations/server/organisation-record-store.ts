import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { OrganisationsTables } from './tables.gen.ts';

/** An organisation as a directory tells of it: the fields of HSDS 3.1 organization, and where it first came from. */
export type OrganisationRecord = {
  organisationId: string;
  source: string | null;
  sourceId: string | null;
  name: LocalizedText;
  alternateName: LocalizedText | null;
  description: LocalizedText | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  taxStatus: string | null;
  taxId: string | null;
  yearIncorporated: number | null;
  legalStatus: string | null;
  logo: string | null;
  uri: string | null;
  parentOrganisationId: string | null;
};

const CHUNK = 1000;

function rowOf(record: OrganisationRecord, now: Date) {
  return {
    organisation_id: record.organisationId,
    name: record.name,
    alternate_name: record.alternateName,
    description: record.description,
    sector: 'other',
    email: record.email,
    phone: record.phone,
    website: record.website,
    tax_status: record.taxStatus,
    tax_id: record.taxId,
    year_incorporated: record.yearIncorporated,
    legal_status: record.legalStatus,
    logo: record.logo,
    uri: record.uri,
    receives_referrals: false,
    source: record.source,
    source_id: record.sourceId,
    created_at: now,
    updated_at: now,
  };
}

/**
 * Adds organisations of a directory or brings them up to date, by their identifiers, a statement for a thousand; then their
 * parents, which may stand behind them. Sector, area and whether they answer referrals are ours to say: a directory leaves
 * them. No event of each: whoever takes in a directory tells of that.
 */
export async function saveOrganisationRecords(anyCtx: AnyCtx, records: OrganisationRecord[]): Promise<void> {
  const ctx = withTables<OrganisationsTables>(anyCtx);
  for (let start = 0; start < records.length; start += CHUNK) {
    const rows = records.slice(start, start + CHUNK).map((record) => rowOf(record, ctx.now));
    await sql`
      insert into organisations.organisation (organisation_id, name, alternate_name, description, sector, email, phone, website,
        tax_status, tax_id, year_incorporated, legal_status, logo, uri, receives_referrals, source, source_id, created_at, updated_at)
      select organisation_id, name, alternate_name, description, sector, email, phone, website,
        tax_status, tax_id, year_incorporated, legal_status, logo, uri, receives_referrals, source, source_id, created_at, updated_at
      from jsonb_populate_recordset(null::organisations.organisation, ${JSON.stringify(rows)}::jsonb)
      on conflict (organisation_id) do update set name = excluded.name, alternate_name = excluded.alternate_name,
        description = excluded.description, email = excluded.email, phone = excluded.phone, website = excluded.website,
        tax_status = excluded.tax_status, tax_id = excluded.tax_id, year_incorporated = excluded.year_incorporated,
        legal_status = excluded.legal_status, logo = excluded.logo, uri = excluded.uri, updated_at = excluded.updated_at`.execute(
      ctx.db,
    );
  }
  const parents = records.map(({ organisationId, parentOrganisationId }) => ({
    organisation_id: organisationId,
    parent: parentOrganisationId,
  }));
  await sql`update organisations.organisation set parent_organisation_id = said.parent
    from jsonb_to_recordset(${JSON.stringify(parents)}::jsonb) as said (organisation_id uuid, parent uuid)
    where organisation.organisation_id = said.organisation_id
      and organisation.parent_organisation_id is distinct from said.parent
      and (said.parent is null or exists (select 1 from organisations.organisation as known where known.organisation_id = said.parent))`.execute(
    ctx.db,
  );
}

/** The organisations that a source brought, by what it calls them. */
export async function listOrganisationsOfSource(
  anyCtx: AnyCtx,
  of: { source: string; sourceIds: string[] },
): Promise<Map<string, string>> {
  const { db } = withTables<OrganisationsTables>(anyCtx);
  const { rows } = await sql<{ organisation_id: string; source_id: string }>`
    select organisation_id, source_id from organisations.organisation
    where source = ${of.source} and source_id = any(${of.sourceIds}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.source_id, row.organisation_id]));
}
