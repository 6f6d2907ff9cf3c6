import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from '../person-id.ts';
import { ConsentPurpose, DataCategory } from './consent.ts';

export const OverrideId = idOf('OverrideId');
export type OverrideId = Id<'OverrideId'>;

/** By what right something is shared without consent. */
export const OverrideBasis = z.enum([
  'imminent_harm',
  'child_at_risk',
  'court_order',
  'duty_to_report',
  'cannot_consent',
]);
export type OverrideBasis = z.infer<typeof OverrideBasis>;

/** Whether the person is told, or why telling would endanger somebody. */
export const OverrideTelling = z.enum(['tell', 'endangers_person', 'endangers_other', 'court_forbids']);
export type OverrideTelling = z.infer<typeof OverrideTelling>;

/** Nobody is in a cohort without their own word: there is no override for it. */
const OverridePurpose = ConsentPurpose.exclude(['cohort']);

/** Sharing without consent, for named partners, some data and a short time. */
export const SharingOverride = z.object({
  overrideId: OverrideId,
  personId: PersonId,
  purpose: OverridePurpose,
  basis: OverrideBasis,
  /** In words; only for those who look after the person and the privacy officer. */
  reason: z.string().nullable(),
  categories: z.array(DataCategory),
  recipients: z.array(z.uuid()),
  telling: OverrideTelling,
  startsAt: IsoDateTime,
  endsAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
});
export type SharingOverride = z.infer<typeof SharingOverride>;

export const NewOverride = z.object({
  personId: PersonId,
  purpose: OverridePurpose.default('referral'),
  basis: OverrideBasis,
  reason: z.string().trim().min(10).max(1000),
  categories: z.array(DataCategory).min(1),
  recipients: z.array(z.uuid()).min(1).max(10),
  telling: OverrideTelling,
});
export type NewOverride = z.infer<typeof NewOverride>;
