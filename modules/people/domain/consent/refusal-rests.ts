import type { Consent, ConsentPurpose, ConsentRefusal } from '../../contract/index.ts';
import { isLive } from './consent-covers.ts';

const DAY = 86_400_000;
/** A month in which nobody asks again: asking until somebody gives in is no asking. */
const REST_DAYS = 30;

/** For what somebody is asked, or was. */
export type Asked = { purpose: ConsentPurpose; recipients: readonly string[] };

const meets = (one: Asked, other: Asked): boolean =>
  one.purpose === other.purpose && one.recipients.some((recipient) => other.recipients.includes(recipient));

/** Until when nobody asks again after this no. */
export function restsUntil(refusedAt: Date): Date {
  return new Date(refusedAt.getTime() + REST_DAYS * DAY);
}

/** Whether somebody said no to the same not long ago: the same purpose and one of the same partners. */
export function isResting(refusals: readonly ConsentRefusal[], asked: Asked, at: Date): boolean {
  return refusals.some((refusal) => meets(refusal, asked) && at.getTime() < new Date(refusal.restsUntil).getTime());
}

/** Whether a consent for the same is in force: then a no is its withdrawal, which stops what passes, and not a refusal beside it. */
export function isStillAgreed(consents: readonly Consent[], asked: Asked, at: Date): boolean {
  return consents.some((consent) => meets(consent, asked) && isLive(consent, at));
}
