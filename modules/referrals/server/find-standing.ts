import { withTables, type AnyCtx } from '@qantara/platform';
import type { Referral } from '../contract/index.ts';
import { findReferral, toReferral } from './referral-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

export type Standing = Pick<Referral, 'referralId' | 'status' | 'organisationId' | 'fromOrganisationId'>;

/** How a referral stands, for whoever may know of it, and undefined for everybody else. It says nothing of the person, so nothing is opened. */
export async function findStanding(anyCtx: AnyCtx, referralId: string): Promise<Standing | undefined> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const row = await findReferral(ctx.db, ctx.actor, referralId);
  if (row === undefined) return undefined;
  const { referralId: found, status, organisationId, fromOrganisationId } = toReferral(row);
  return { referralId: found, status, organisationId, fromOrganisationId };
}
