import type { Consent, ConsentPurpose, DataCategory } from '../../contract/index.ts';

export type Sharing = {
  purpose: ConsentPurpose;
  recipient: string;
  categories: readonly DataCategory[];
  at: Date;
};

/** Whether a consent runs at this moment: begun, not ended, not withdrawn. */
export function isLive(consent: Consent, at: Date): boolean {
  const moment = at.getTime();
  return (
    consent.withdrawnAt === null &&
    new Date(consent.startsAt).getTime() <= moment &&
    moment < new Date(consent.endsAt).getTime()
  );
}

/** Whether one consent lets one partner be told: its purpose, this partner by name, all of these data, now (design rule 3). */
export function consentCovers(consent: Consent, sharing: Sharing): boolean {
  return (
    isLive(consent, sharing.at) &&
    consent.direction !== 'from_partners' &&
    consent.purpose === sharing.purpose &&
    consent.recipients.includes(sharing.recipient) &&
    sharing.categories.every((category) => consent.categories.includes(category))
  );
}

/** The consent that allows the sharing, if one does. Two consents never add up to a third that nobody gave. */
export function findCover(consents: readonly Consent[], sharing: Sharing): Consent | undefined {
  return consents.find((consent) => consentCovers(consent, sharing));
}
