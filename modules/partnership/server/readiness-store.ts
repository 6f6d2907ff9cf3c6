import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { Assessment, NewAssessment } from '../contract/index.ts';
import type { PartnershipTables } from './tables.gen.ts';

export type PartnershipCtx = Ctx<PartnershipTables>;

export type NamedOrganisation = { organisationId: string; name: LocalizedText };

/** Partners that people are sent to, or may be: all for whoever keeps governance, for others their own. */
export async function listPartners(ctx: PartnershipCtx, organisationId: string | null): Promise<NamedOrganisation[]> {
  const { rows } = await sql<NamedOrganisation>`
    select organisation_id as "organisationId", name from organisations.published_organisation
    where (${ctx.actor.permissions.has('governance:write')} or organisation_id = ${ctx.actor.organisationId})
      and (${organisationId}::uuid is null and receives_referrals or organisation_id = ${organisationId}::uuid)
    order by organisation_id limit 1000`.execute(ctx.db);
  return rows;
}

type OfOrganisation = Assessment & { organisationId: string };

/** Everything that was looked at in these organisations, the newest first. */
export async function listAssessments(
  ctx: PartnershipCtx,
  organisationIds: readonly string[],
): Promise<OfOrganisation[]> {
  const { rows } = await sql<OfOrganisation>`
    select organisation_id as "organisationId", dimension, level, evidence, obstacle, step, step_due_on::text as "stepDueOn",
      assessed_on::text as "assessedOn"
    from partnership.assessment where organisation_id = any (${[...organisationIds]})
    order by assessed_on desc, assessment_id desc`.execute(ctx.db);
  return rows;
}

export async function insertAssessment(ctx: PartnershipCtx, given: NewAssessment): Promise<string> {
  const assessmentId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('partnership.assessment')
    .values({
      assessment_id: assessmentId,
      organisation_id: given.organisationId,
      dimension: given.dimension,
      level: given.level,
      evidence: given.evidence,
      obstacle: given.obstacle,
      step: given.step,
      step_due_on: given.stepDueOn,
      assessed_on: given.assessedOn,
      assessed_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
  return assessmentId;
}
