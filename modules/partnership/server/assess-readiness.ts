import { dayIn, refuse } from '@qantara/kernel';
import type { Assessment, NewAssessment, Readiness } from '../contract/index.ts';
import { lateSteps, notLookedAt, standingOf } from '../domain/index.ts';
import {
  insertAssessment,
  listAssessments,
  listPartners,
  type NamedOrganisation,
  type PartnershipCtx,
} from './readiness-store.ts';

/** The newest look at each dimension; they come newest first. */
function newestOf(history: readonly Assessment[]): Assessment[] {
  return history.filter((one, index) => history.findIndex(({ dimension }) => dimension === one.dimension) === index);
}

function toReadiness(
  ctx: PartnershipCtx,
  { organisationId, name }: NamedOrganisation,
  history: Assessment[],
): Readiness {
  const assessments = newestOf(history);
  return {
    organisationId,
    organisationName: name,
    standing: standingOf(assessments),
    assessments,
    notLookedAt: notLookedAt(assessments),
    lateSteps: lateSteps(assessments, dayIn(ctx.timeZone, ctx.now)),
  };
}

const bare = ({ organisationId: _of, ...assessment }: Assessment & { organisationId: string }): Assessment =>
  assessment;

/** Every partner with where it stands; to a partner, itself. */
export async function listReadiness(ctx: PartnershipCtx): Promise<{ organisations: Readiness[] }> {
  const partners = await listPartners(ctx, null);
  const all = Map.groupBy(
    await listAssessments(
      ctx,
      partners.map(({ organisationId }) => organisationId),
    ),
    ({ organisationId }) => organisationId,
  );
  return {
    organisations: partners.map((partner) =>
      toReadiness(ctx, partner, (all.get(partner.organisationId) ?? []).map(bare)),
    ),
  };
}

/** One partner, and how it was before. Refuses `organisation_not_found`, of another's too. */
export async function getReadiness(
  ctx: PartnershipCtx,
  { organisationId }: { organisationId: string },
): Promise<Readiness & { history: Assessment[] }> {
  const [partner] = await listPartners(ctx, organisationId);
  if (partner === undefined) return refuse('organisation_not_found');
  const history = (await listAssessments(ctx, [organisationId])).map(bare);
  return { ...toReadiness(ctx, partner, history), history };
}

/** Writes down how ready it is in one respect. Refuses `day_not_here_yet`. */
export async function assessReadiness(ctx: PartnershipCtx, given: NewAssessment): Promise<Readiness> {
  const { organisationId, dimension, level, assessedOn } = given;
  if ((await listPartners(ctx, organisationId)).length === 0) refuse('organisation_not_found');
  if (assessedOn > dayIn(ctx.timeZone, ctx.now))
    refuse('day_not_here_yet', { fields: [{ path: 'assessedOn', code: 'day_not_here_yet' }] });
  const assessmentId = await insertAssessment(ctx, given);
  ctx.emit({ type: 'partnership.assessed', subject: assessmentId, data: { organisationId, dimension, level } });
  const { history: _history, ...readiness } = await getReadiness(ctx, { organisationId });
  return readiness;
}
