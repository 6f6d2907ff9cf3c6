import { Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** How a sign-in at the provider ended; all but the first three are told to the person in words. */
export const OpenIdOutcome = z.enum([
  'signed_in',
  'second_factor',
  'linked',
  'refused',
  'expired',
  'unverified',
  'unknown',
  'other_account',
  'unreachable',
]);
export type OpenIdOutcome = z.infer<typeof OpenIdOutcome>;

/** Where the browser goes on. */
export const ProviderAddress = z.object({ address: z.string() });

export const Provider = z.object({ label: LocalizedText });

export const FinishedOpenId = z.object({ outcome: OpenIdOutcome, locale: Locale.nullable(), next: z.string() });
export type FinishedOpenId = z.infer<typeof FinishedOpenId>;
