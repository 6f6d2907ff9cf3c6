import type { OverrideBasis, SharingOverride } from '../../contract/index.ts';
import type { Sharing } from './consent-covers.ts';

const HOUR = 3_600_000;

/**
 * How long each basis lets something pass, in hours: as long as the danger or the step that the law names, and no longer. Whoever
 * still needs it afterwards records it again, with its reason, and it is counted again.
 */
export const OVERRIDE_HOURS: Readonly<Record<OverrideBasis, number>> = {
  imminent_harm: 72,
  child_at_risk: 14 * 24,
  court_order: 30 * 24,
  duty_to_report: 7 * 24,
  cannot_consent: 7 * 24,
};

/**
 * Whether an agreement between the two organisations is needed besides. Not for a legal duty or an order, which bind whatever was
 * signed (GDPR art. 6.1 c; HIPAA 45 CFR 164.512 a, e), nor where life or body is in danger at this hour (GDPR art. 6.1 d and 9.2 c;
 * HIPAA 45 CFR 164.512 j); for the rest, in which there is time to turn to a partner one has an agreement with, yes.
 */
export function needsAgreement(basis: OverrideBasis): boolean {
  return basis === 'child_at_risk' || basis === 'cannot_consent';
}

/** When a basis that is recorded now ends by itself. */
export function endOfOverride(basis: OverrideBasis, now: Date): Date {
  return new Date(now.getTime() + OVERRIDE_HOURS[basis] * HOUR);
}

/** Whether it lets anything pass at this moment: begun, not run out, not ended by anybody. */
export function isOverrideLive(override: SharingOverride, at: Date): boolean {
  const moment = at.getTime();
  return (
    override.endedAt === null &&
    new Date(override.startsAt).getTime() <= moment &&
    moment < new Date(override.endsAt).getTime()
  );
}

/** Whether one basis allows one sharing: as narrow as a consent is. */
export function overrideCovers(override: SharingOverride, sharing: Sharing): boolean {
  return (
    isOverrideLive(override, sharing.at) &&
    override.purpose === sharing.purpose &&
    override.recipients.includes(sharing.recipient) &&
    sharing.categories.every((category) => override.categories.includes(category))
  );
}
