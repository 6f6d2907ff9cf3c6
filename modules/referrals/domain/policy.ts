import type { Actor } from '@qantara/kernel';
import type { Side } from '../contract/index.ts';

/** The two organisations of a referral. */
export type Parties = { organisationId: string | null; fromOrganisationId: string };

/**
 * On which side of a referral the actor stands; null where on none: then it does not exist for them. An organisation
 * that refers to itself stands on both, and is asked as the one its role belongs to.
 */
export function sideOf(actor: Actor, referral: Parties): Side | null {
  if (actor.kind !== 'account' || actor.organisationId === null) return null;
  const { permissions } = actor;
  if (referral.organisationId === actor.organisationId && permissions.has('referral:answer')) return 'target';
  if (referral.fromOrganisationId === actor.organisationId && permissions.has('referral:send')) return 'requester';
  return null;
}
