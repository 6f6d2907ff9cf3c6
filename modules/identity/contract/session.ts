import { z } from 'zod';
import { Account } from './account.ts';

export const SignIn = z.object({
  email: z.string().trim().min(1).max(254).toLowerCase(),
  password: z.string().min(1).max(200),
});

/** A failed attempt is an answer, not a refusal: it is counted and recorded, which a refusal would undo. */
export const SignInOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'second_factor']) });

export const SecondFactor = z.object({ code: z.string().trim().min(6).max(12) });
export const SecondFactorOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'signed_in']) });

/** What the second-factor page shows: for a first time the secret to keep, in the sample region the code itself. */
export const SecondFactorState = z.object({
  isEnrolled: z.boolean(),
  secret: z.string().nullable(),
  qrCode: z.string().nullable(),
  sampleCode: z.string().nullable(),
});

export const OpenByCode = z.object({ accessCode: z.string().trim().min(1).max(40) });
export const OpenByCodeOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'opened']) });

export const Me = z.object({ account: Account, permissions: z.array(z.string()) });
