import { sql } from 'kysely';
import type { PartnershipCtx } from './readiness-store.ts';

export type DueCommitment = { commitmentId: string; organisationId: string; dueOn: string };

/** Commitments that are due within seven days or overdue and not settled; one that is late by three months is for a meeting to speak of. */
export async function listDueCommitments(ctx: PartnershipCtx, today: string): Promise<DueCommitment[]> {
  const { rows } = await sql<DueCommitment>`
    select commitment_id as "commitmentId", organisation_id as "organisationId", due_on::text as "dueOn"
    from governance.published_commitment
    where state not in ('kept', 'dropped') and due_on between ${today}::date - 90 and ${today}::date + 7
    order by due_on, commitment_id`.execute(ctx.db);
  return rows;
}

export type EndingAgreement = { agreementId: string; organisationId: string; lastDay: string };

/**
 * Agreements that run and end for an organisation in 61 to 90 days, or within 30: the month between is silent, so that each is said once.
 * None where the organisation is bound by a renewal that runs longer.
 */
export async function listEndingAgreements(ctx: PartnershipCtx, today: string): Promise<EndingAgreement[]> {
  const { rows } = await sql<EndingAgreement>`
    with bound as (
      select agreement_id, organisation_id, min(runs_from) as runs_from,
        case when bool_or(runs_until is null) then null else max(runs_until) end as runs_until
      from agreements.published_bond where runs_until is null or runs_from < runs_until
      group by agreement_id, organisation_id)
    select agreement_id as "agreementId", organisation_id as "organisationId", (runs_until - 1)::text as "lastDay"
    from bound
    where runs_from <= ${today}::date
      and (runs_until - 1 - ${today}::date between 1 and 30 or runs_until - 1 - ${today}::date between 61 and 90)
      and not exists (
        select 1 from agreements.published_renewal as renewal
        join bound as next on next.agreement_id = renewal.renewal_id and next.organisation_id = bound.organisation_id
        where renewal.agreement_id = bound.agreement_id and (next.runs_until is null or next.runs_until > bound.runs_until))
    order by runs_until, agreement_id, organisation_id`.execute(ctx.db);
  return rows;
}
