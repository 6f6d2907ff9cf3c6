import { oldAttachments } from '@qantara/attachments/server';
import { oldMemberships } from '@qantara/cohorts/server';
import { oldSuggestions } from '@qantara/curation/server';
import { oldSearchGaps } from '@qantara/directory/server';
import { oldStatements } from '@qantara/fhir/server';
import { oldAccessCodes, oldKeyringRequests } from '@qantara/identity/server';
import { oldConsents, oldEmergencies, oldPlaces } from '@qantara/people/server';
import { listAssents, oldAuditValues, type AnyCtx, type Ctx, type Ending, type OldRecords } from '@qantara/platform';
import { oldNotices } from '@qantara/notifications/server';
import { listReferredPeople, oldCarePlans, oldMessages, oldReferrals } from '@qantara/referrals/server';
import { listOldRequests, removeRequests, type OldRequest } from '@qantara/screening/server';
import { oldSheets } from '@qantara/sheets/server';
import type { RetentionClass } from '../contract/index.ts';
import { overBefore, RETENTION_RULES } from '../domain/index.ts';
import { insertRun, listHeldPeople, type Counts } from './retention-store.ts';
import type { OversightTables } from './tables.gen.ts';

/** The step that needs two people: from then on records end by the clock, every night. */
export const BEGIN = 'oversight.retention';

/** Requests of people who were never referred to anybody. */
async function listToNothing(ctx: AnyCtx, old: OldRecords): Promise<OldRequest[]> {
  const requests = await listOldRequests(ctx, old);
  const referred = await listReferredPeople(
    ctx,
    requests.map(({ personId }) => personId),
  );
  return requests.filter(({ personId }) => !referred.has(personId));
}

const requestsToNothing: Ending = {
  count: async (ctx, old) => (await listToNothing(ctx, old)).length,
  remove: async (ctx, old) => {
    const requests = await listToNothing(ctx, old);
    await removeRequests(ctx, requests);
    return requests.length;
  },
};

const ENDINGS: Record<RetentionClass, Ending> = {
  request_to_nothing: requestsToNothing,
  closed_referral: oldReferrals,
  care_plan: oldCarePlans,
  statement: oldStatements,
  attachment: oldAttachments,
  sheet: oldSheets,
  ended_consent: oldConsents,
  past_membership: oldMemberships,
  past_household: oldPlaces,
  emergency: oldEmergencies,
  notice: oldNotices,
  access_code: oldAccessCodes,
  keyring_request: oldKeyringRequests,
  message: oldMessages,
  search_gap: oldSearchGaps,
  suggestion: oldSuggestions,
  audit_value: oldAuditValues,
};

/** Removes what is over by the rules, or only counts it; but nothing about people on whom a legal hold stands. */
export async function retain(ctx: Ctx<OversightTables>, { isTrial }: { isTrial: boolean }): Promise<Counts> {
  const sparing = await listHeldPeople(ctx);
  const counts: Counts = [];
  for (const { recordClass } of RETENTION_RULES) {
    const old = { before: overBefore(recordClass, ctx.now), sparing };
    const ending = ENDINGS[recordClass];
    const count = await (isTrial ? ending.count(ctx, old) : ending.remove(ctx, old));
    counts.push({ recordClass, count });
  }
  const subject = await insertRun(ctx, { isTrial, counts });
  const data = Object.fromEntries(counts.map(({ recordClass, count }) => [recordClass, count]));
  ctx.emit({ type: isTrial ? 'retention.tried' : 'retention.ran', subject, data });
  return counts;
}

/** Whether two people agreed that records end by the clock. */
export async function hasBegun(ctx: AnyCtx): Promise<boolean> {
  return (await listAssents(ctx, BEGIN, { isUsed: true, limit: 1 })).length > 0;
}

/** Every night, once it has begun. */
export async function retainNightly(ctx: Ctx<OversightTables>): Promise<void> {
  if (await hasBegun(ctx)) await retain(ctx, { isTrial: false });
}
