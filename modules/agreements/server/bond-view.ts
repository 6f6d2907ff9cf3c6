import { dayIn, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DataCategory, SharingPurpose } from '../contract/index.ts';
import { bondCovers, type Bond } from '../domain/index.ts';
import type { AgreementsTables } from './tables.gen.ts';

type FoundBond = Bond & { agreementId: string; withOrganisationId: string };

/** What this organisation and each of the others agreed to, whether it runs or not. */
async function listBonds(anyCtx: AnyCtx, of: { from: string; to: string[] }): Promise<FoundBond[]> {
  const { db } = withTables<AgreementsTables>(anyCtx);
  const { rows } = await sql<FoundBond>`
    select agreement_id as "agreementId", with_organisation_id as "withOrganisationId", purposes, categories,
      runs_from::text as "runsFrom", runs_until::text as "runsUntil"
    from agreements.published_bond where organisation_id = ${of.from} and with_organisation_id = any(${of.to}::uuid[])
    order by runs_from, agreement_id`.execute(db);
  return rows;
}

/** What passes between which organisations, for what. */
export type AskedSharing = { from: string; purpose: SharingPurpose; categories: readonly DataCategory[] };

/**
 * Of these organisations, those with which an agreement that runs today lets all of this pass (D2.1), and by which agreement.
 * Within one organisation none is needed.
 */
export async function listAgreedWith(
  ctx: AnyCtx,
  asked: AskedSharing & { to: string[] },
): Promise<Map<string, string | null>> {
  const on = dayIn(ctx.timeZone, ctx.now);
  const bonds = await listBonds(ctx, { from: asked.from, to: [...new Set(asked.to)] });
  const agreed = new Map<string, string | null>(asked.to.includes(asked.from) ? [[asked.from, null]] : []);
  for (const bond of bonds)
    if (!agreed.has(bond.withOrganisationId) && bondCovers(bond, { ...asked, on }))
      agreed.set(bond.withOrganisationId, bond.agreementId);
  return agreed;
}

/** Which data an agreement that runs today lets pass from one organisation to another for this purpose; each by itself. */
export async function listAgreedCategories(
  ctx: AnyCtx,
  asked: { from: string; to: string; purpose: SharingPurpose },
): Promise<ReadonlySet<DataCategory> | 'all'> {
  if (asked.from === asked.to) return 'all';
  const on = dayIn(ctx.timeZone, ctx.now);
  const bonds = await listBonds(ctx, { from: asked.from, to: [asked.to] });
  return new Set(
    bonds
      .filter((bond) => bondCovers(bond, { purpose: asked.purpose, categories: [], on }))
      .flatMap(({ categories }) => categories),
  );
}

/** The charters that organisations sign together: for a body to name the one it stands on. */
export async function listCharters(anyCtx: AnyCtx): Promise<{ agreementId: string; title: LocalizedText }[]> {
  const rows = await withTables<AgreementsTables>(anyCtx)
    .db.selectFrom('agreements.agreement')
    .select(['agreement_id', 'title'])
    .where('kind', '=', 'charter')
    .orderBy('starts_on', 'desc')
    .orderBy('agreement_id')
    .execute();
  return rows.map((row) => ({ agreementId: row.agreement_id, title: row.title as LocalizedText }));
}
