import type { LocalizedText } from '@qantara/kernel';
import { sql, type SqlBool } from 'kysely';
import type { OrganisationFacts } from '../domain/index.ts';
import type { Call } from './call.ts';

export type OrganisationQuestion = {
  ids?: readonly string[] | null;
  parentIds?: readonly string[] | null;
  name?: string | null;
  changedFrom?: Date | null;
  changedBefore?: Date | null;
  after?: string | null;
  limit: number;
};

/** One page of the region's organisations, by identifier. */
export async function listOrganisationPage({ ctx }: Call, asked: OrganisationQuestion): Promise<OrganisationFacts[]> {
  const { ids = null, parentIds = null, name = null, changedFrom = null, changedBefore = null, after = null } = asked;
  const pattern = `%${(name ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.db
    .selectFrom('organisations.published_organisation')
    .select(['organisation_id', 'parent_organisation_id', 'name', 'email', 'phone', 'website', 'updated_at'])
    .$if(ids !== null, (query) => query.where(sql<SqlBool>`organisation_id = any (${[...(ids ?? [])]}::uuid[])`))
    .$if(parentIds !== null, (query) =>
      query.where(sql<SqlBool>`parent_organisation_id = any (${[...(parentIds ?? [])]}::uuid[])`),
    )
    .$if(name !== null, (query) => query.where(sql<SqlBool>`name::text ilike ${pattern}`))
    .$if(changedFrom !== null, (query) => query.where(sql<SqlBool>`updated_at >= ${changedFrom}`))
    .$if(changedBefore !== null, (query) => query.where(sql<SqlBool>`updated_at < ${changedBefore}`))
    .$if(after !== null, (query) => query.where(sql<SqlBool>`organisation_id > ${after}::uuid`))
    .orderBy('organisation_id')
    .limit(asked.limit)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    parentId: row.parent_organisation_id,
    name: row.name as LocalizedText,
    email: row.email,
    phone: row.phone,
    website: row.website,
    updatedAt: new Date(row.updated_at).toISOString(),
  }));
}
