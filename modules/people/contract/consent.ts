import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { ConsentManner } from './consent-manner.ts';
import { PersonId } from './person-id.ts';

export const ConsentId = idOf('ConsentId');
export type ConsentId = Id<'ConsentId'>;

export const ConsentPurpose = z.enum(['referral', 'follow_up']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const DataCategory = z.enum(['identity', 'contact', 'need', 'note']);
export type DataCategory = z.infer<typeof DataCategory>;

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
