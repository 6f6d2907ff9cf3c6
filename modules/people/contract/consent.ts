import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { DataCategory, SharingPurpose } from '@qantara/agreements/contract';
import { ConsentManner } from './consent-manner.ts';
import { PersonId } from './person-id.ts';

export const ConsentId = idOf('ConsentId');
export type ConsentId = Id<'ConsentId'>;

/** For what, and which data: in the words of the agreements between organisations, without which no consent lets anything pass. */
export const ConsentPurpose = SharingPurpose;
export type ConsentPurpose = SharingPurpose;
export { DataCategory };

export const Consent = z.object({
  consentId: ConsentId,
  personId: PersonId,
  purpose: ConsentPurpose,
  categories: z.array(DataCategory),
  recipients: z.array(z.uuid()),
  startsAt: IsoDateTime,
  endsAt: IsoDateTime,
  givenHow: ConsentManner,
  locale: Locale,
  withdrawnAt: IsoDateTime.nullable(),
});
export type Consent = z.infer<typeof Consent>;

export const NewConsent = z.object({
  personId: PersonId,
  purpose: ConsentPurpose.default('referral'),
  categories: z.array(DataCategory).min(1),
  recipients: z.array(z.uuid()).min(1).max(50),
  months: z.coerce.number().int().min(1).max(24).default(6),
  givenHow: ConsentManner,
  locale: Locale,
});
export type NewConsent = z.infer<typeof NewConsent>;
