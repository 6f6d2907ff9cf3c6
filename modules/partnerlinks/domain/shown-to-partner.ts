import { PartnerStep, type OpenReferral, type ReferralStatus, type ReferralStep } from '@qantara/referrals/contract';

/** While a partner works on it they know who it is for; before they say yes and after it is over they need not. */
const WORKED_ON: readonly ReferralStatus[] = ['accepted', 'in-progress', 'on-hold'];

/** The steps that may be taken by a link. */
export function stepsByLink(may: readonly ReferralStep[]): PartnerStep[] {
  return PartnerStep.options.filter((step) => may.includes(step));
}

/** Who it is for and what was written about them, as far as a link shows it. Consent has judged before. */
export function shownByLink(
  open: Pick<OpenReferral, 'referral' | 'person'>,
): Pick<OpenReferral, 'person'> & { note: string | null } {
  const isWorkedOn = WORKED_ON.includes(open.referral.status);
  return isWorkedOn ? { person: open.person, note: open.referral.note } : { person: null, note: null };
}
