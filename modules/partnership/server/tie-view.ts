import type { LocalizedText } from '@qantara/kernel';
import { sql } from 'kysely';
import type { TiedOrganisation } from '../contract/index.ts';
import type { CountedPair } from '../domain/index.ts';
import type { PartnershipCtx } from './readiness-store.ts';

/** Every organisation that is tied to another, or that people are sent to and is tied to none. */
export async function listTiedOrganisations(ctx: PartnershipCtx): Promise<TiedOrganisation[]> {
  const { rows } = await sql<TiedOrganisation>`
    select organisation_id as "organisationId", name, sector, parent_organisation_id as "parentId"
    from organisations.published_organisation order by sector, organisation_id limit 500`.execute(ctx.db);
  return rows;
}

type Pair = { oneId: string; otherId: string };

/** What more than so many have in common ties no two of them: a charter of all would tie everybody to everybody. */
export const MOST_TOGETHER = 12;

/** The bonds that run today, of agreements that few share. */
const running = (today: string) => sql`
    select bond.* from agreements.published_bond as bond
    join (
      select agreement_id, count(distinct organisation_id) as parties from agreements.published_bond
      where runs_from <= ${today}::date and (runs_until is null or ${today}::date < runs_until) group by 1
    ) as wide on wide.agreement_id = bond.agreement_id
    where bond.runs_from <= ${today}::date and (bond.runs_until is null or ${today}::date < bond.runs_until)
      and wide.parties <= ${MOST_TOGETHER}`;

/** How many agreements that many share run today, and how many organisations are in the widest. */
export async function countCommon(
  ctx: PartnershipCtx,
  today: string,
): Promise<{ agreements: number; organisations: number }> {
  const { rows } = await sql<{ agreements: number; organisations: number }>`
    select count(*)::integer as agreements, coalesce(max(parties), 0)::integer as organisations from (
      select agreement_id, count(distinct organisation_id) as parties from agreements.published_bond
      where runs_from <= ${today}::date and (runs_until is null or ${today}::date < runs_until) group by 1) as wide
    where parties > ${MOST_TOGETHER}`.execute(ctx.db);
  return rows[0] ?? { agreements: 0, organisations: 0 };
}

/** How many agreements run today between each two. */
export async function countBonds(ctx: PartnershipCtx, today: string): Promise<CountedPair[]> {
  const { rows } = await sql<CountedPair>`
    select organisation_id as "oneId", with_organisation_id as "otherId", count(distinct agreement_id)::integer as count
    from (${running(today)}) as bond where organisation_id < with_organisation_id group by 1, 2`.execute(ctx.db);
  return rows;
}

/** The bodies in which both sit today. */
export async function listSharedBodies(
  ctx: PartnershipCtx,
  today: string,
): Promise<(Pair & { bodies: LocalizedText[] })[]> {
  const { rows } = await sql<Pair & { bodies: LocalizedText[] }>`
    with sitting as (
      select distinct body_id, organisation_id from governance.published_membership
      where starts_on <= ${today}::date and (last_day is null or ${today}::date <= last_day)),
    few as (select body_id from sitting group by 1 having count(*) <= ${MOST_TOGETHER})
    select one.organisation_id as "oneId", other.organisation_id as "otherId", jsonb_agg(body.name order by body.body_id) as bodies
    from sitting as one
    join sitting as other on other.body_id = one.body_id and one.organisation_id < other.organisation_id
    join few on few.body_id = one.body_id
    join governance.published_body as body on body.body_id = one.body_id
    group by 1, 2`.execute(ctx.db);
  return rows;
}

/** How many referrals of the last year went between each two, either way. */
export async function countReferrals(ctx: PartnershipCtx): Promise<CountedPair[]> {
  const { rows } = await sql<CountedPair>`
    select least(from_organisation_id, organisation_id) as "oneId", greatest(from_organisation_id, organisation_id) as "otherId",
      count(*)::integer as count
    from referrals.published_referral
    where sent_at >= ${ctx.now}::timestamptz - interval '1 year' and from_organisation_id <> organisation_id
    group by 1, 2`.execute(ctx.db);
  return rows;
}
