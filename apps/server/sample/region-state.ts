import type { Database } from '@qantara/platform';

export type RegionState = { hasNeeds: boolean; hasOrganisations: boolean; hasAccounts: boolean; isSample: boolean };

/** Whether the region holds anything yet, and whether what it holds is the invented sample. */
export async function regionState(database: Database): Promise<RegionState> {
  const found = await database.pool.query({
    text: `select exists (select from directory.need) as "hasNeeds",
      exists (select from organisations.organisation) as "hasOrganisations", exists (select from identity.account) as "hasAccounts",
      exists (select from identity.account where is_sample) as "isSample"`,
  });
  return found.rows[0] as RegionState;
}
