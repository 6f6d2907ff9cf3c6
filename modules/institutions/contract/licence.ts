import { IsoDate } from '@qantara/kernel';
import { z } from 'zod';
import { InstitutionId } from './institution.ts';

/** What was decided about a licence; that it has expired is never written, it follows from its last day. */
export const LicenceState = z.enum(['applied', 'provisional', 'granted', 'suspended', 'withdrawn']);
export type LicenceState = z.infer<typeof LicenceState>;

/** How a licence stands today. */
export const LicenceStanding = z.enum([
  'none',
  'applied',
  'provisional',
  'granted',
  'expired',
  'suspended',
  'withdrawn',
]);
export type LicenceStanding = z.infer<typeof LicenceStanding>;

export const LicenceStep = z.enum([
  'apply',
  'grant_provisionally',
  'grant',
  'renew',
  'suspend',
  'reinstate',
  'withdraw',
]);
export type LicenceStep = z.infer<typeof LicenceStep>;

export const Licence = z.object({
  standing: LicenceStanding,
  state: LicenceState.nullable(),
  number: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  validUntil: IsoDate.nullable(),
  authority: z.string().nullable(),
});
export type Licence = z.infer<typeof Licence>;

const blankIsNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

/** One step of a licence over the version that was read; a grant names its number, its days and who gave it. */
export const TakeLicenceStep = z.object({
  institutionId: InstitutionId,
  version: z.coerce.number().int(),
  step: LicenceStep,
  number: z.string().trim().max(60).default(''),
  issuedOn: z.preprocess(blankIsNull, IsoDate.nullable()),
  validUntil: z.preprocess(blankIsNull, IsoDate.nullable()),
  authority: z.string().trim().max(200).default(''),
  note: z.string().trim().max(2000).default(''),
});
export type TakeLicenceStep = z.infer<typeof TakeLicenceStep>;
