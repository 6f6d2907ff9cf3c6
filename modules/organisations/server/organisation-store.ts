import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Kysely, Selectable } from 'kysely';
import type { Organisation, OrganisationId, Sector } from '../contract/index.ts';
import type { OrganisationsTables } from './tables.gen.ts';

type Row = Selectable<OrganisationsTables['organisations.organisation']>;

/** An organisation to add, or to bring up to date where `source` and `sourceId` are known already. */
export type NewOrganisation = {
  name: LocalizedText;
  alternateName?: LocalizedText | null;
  description: LocalizedText | null;
  sector: Sector;
  email: string | null;
  phone: string | null;
  website: string | null;
  areaId: string | null;
  receivesReferrals: boolean;
  source?: string;
  sourceId?: string;
};

function toOrganisation(row: Row): Organisation {
  return {
    organisationId: row.organisation_id as OrganisationId,
    parentOrganisationId: row.parent_organisation_id as OrganisationId | null,
    name: row.name as LocalizedText,
    description: row.description as LocalizedText | null,
    sector: row.sector,
    email: row.email,
    phone: row.phone,
    website: row.website,
    areaId: row.area_id,
    receivesReferrals: row.receives_referrals,
  };
}

export async function findOrganisation(anyCtx: AnyCtx, organisationId: string): Promise<Organisation | undefined> {
  const { db } = withTables<OrganisationsTables>(anyCtx);
  const row = await db
    .selectFrom('organisations.organisation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row === undefined ? undefined : toOrganisation(row);
}

/** Several organisations by identifier; those that are not there are left out. */
export async function listOrganisationsById(anyCtx: AnyCtx, ids: string[]): Promise<Map<string, Organisation>> {
  if (ids.length === 0) return new Map();
  const { db } = withTables<OrganisationsTables>(anyCtx);
  const rows = await db
    .selectFrom('organisations.organisation')
    .selectAll()
    .where('organisation_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, toOrganisation(row)]));
}

/** The names of several organisations, by identifier: one query for a page of records that name them. */
export async function listOrganisationNames(anyCtx: AnyCtx, ids: string[]): Promise<Map<string, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const { db } = withTables<OrganisationsTables>(anyCtx);
  const rows = await db
    .selectFrom('organisations.organisation')
    .select(['organisation_id', 'name'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.name as LocalizedText]));
}

/** One page of organisations in the order of their identifiers; one more than asked says that there are more. */
export async function listOrganisations(
  db: Kysely<OrganisationsTables>,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ items: Organisation[]; hasMore: boolean; total: number }> {
  const rows = await db
    .selectFrom('organisations.organisation')
    .selectAll()
    .orderBy('organisation_id')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
  const counted = await db
    .selectFrom('organisations.organisation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    items: rows.slice(0, perPage).map(toOrganisation),
    hasMore: rows.length > perPage,
    total: Number(counted.count),
  };
}

function valuesOf(organisation: NewOrganisation, now: Date) {
  const text = (value: LocalizedText | null | undefined): string | null => (value ? JSON.stringify(value) : null);
  return {
    name: JSON.stringify(organisation.name),
    alternate_name: text(organisation.alternateName),
    description: text(organisation.description),
    sector: organisation.sector,
    email: organisation.email,
    phone: organisation.phone,
    website: organisation.website,
    area_id: organisation.areaId,
    receives_referrals: organisation.receivesReferrals,
    source: organisation.source ?? null,
    source_id: organisation.sourceId ?? null,
    updated_at: now,
  };
}

/** Adds an organisation, or brings the one with the same source and identifier there up to date. */
export async function saveOrganisation(anyCtx: AnyCtx, organisation: NewOrganisation): Promise<OrganisationId> {
  const ctx = withTables<OrganisationsTables>(anyCtx);
  const values = valuesOf(organisation, ctx.now);
  const saved = await ctx.db
    .insertInto('organisations.organisation')
    .values({ organisation_id: newId(ctx.now.getTime()), created_at: ctx.now, ...values })
    .onConflict((conflict) => conflict.columns(['source', 'source_id']).doUpdateSet(values))
    .returning('organisation_id')
    .executeTakeFirstOrThrow();
  ctx.emit({ type: 'organisation.saved', subject: saved.organisation_id });
  return saved.organisation_id as OrganisationId;
}

/**
 * Lets referrals be sent to an organisation: somebody there can answer them from now on. A directory that was taken in
 * says nothing of that. Tells of it once; an organisation that is open to them already stays as it is.
 */
export async function openToReferrals(anyCtx: AnyCtx, organisationId: string): Promise<void> {
  const ctx = withTables<OrganisationsTables>(anyCtx);
  const opened = await ctx.db
    .updateTable('organisations.organisation')
    .set({ receives_referrals: true, updated_at: ctx.now })
    .where('organisation_id', '=', organisationId)
    .where('receives_referrals', '=', false)
    .executeTakeFirst();
  if (opened.numUpdatedRows > 0n) ctx.emit({ type: 'organisation.opened_to_referrals', subject: organisationId });
}
