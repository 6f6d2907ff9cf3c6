import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { Account } from './account.ts';

export const SessionId = idOf('SessionId');
export type SessionId = Id<'SessionId'>;

export const Browser = z.enum(['firefox', 'chrome', 'edge', 'safari', 'opera', 'samsung', 'other']);
export type Browser = z.infer<typeof Browser>;
export const Device = z.enum(['android', 'iphone', 'ipad', 'windows', 'mac', 'linux', 'other']);
export type Device = z.infer<typeof Device>;
/** How long ago a session was last used, in steps wide enough that nobody's day is followed by it. */
export const LastSeen = z.enum(['now', 'hour', 'earlier']);
export type LastSeen = z.infer<typeof LastSeen>;
export const SignInWay = z.enum(['password', 'passkey', 'open_id', 'enrolment']);
export type SignInWay = z.infer<typeof SignInWay>;

/** One signed-in browser, as its owner and administrators see it. Its token is shown to nobody. */
export const Session = z.object({
  sessionId: SessionId,
  startedAt: IsoDateTime,
  lastSeen: LastSeen,
  browser: Browser,
  device: Device,
  way: SignInWay,
  isThis: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SignIn = z.object({
  email: z.string().trim().min(1).max(254).toLowerCase(),
  password: z.string().min(1).max(200),
});

/** How long one waits, where one waits; 0 otherwise. */
const waitSeconds = z.number().int().default(0);

/** A failed attempt is an answer, not a refusal: it is counted and recorded, which a refusal would undo. */
export const SignInOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'second_factor']), waitSeconds });
export type SignInOutcome = z.infer<typeof SignInOutcome>;

/** Six digits of the telephone, or one of the recovery codes. */
export const SecondFactor = z.object({ code: z.string().trim().min(6).max(20) });
export const FactorOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'signed_in']), waitSeconds });
export type FactorOutcome = z.infer<typeof FactorOutcome>;

/** What the second-factor page shows: for a first time the secret to keep, in the sample region the code itself. */
export const SecondFactorState = z.object({
  isEnrolled: z.boolean(),
  hasTelephone: z.boolean(),
  hasPasskey: z.boolean(),
  secret: z.string().nullable(),
  qrCode: z.string().nullable(),
  sampleCode: z.string().nullable(),
});
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** Both factors once more, before credentials change. */
export const ConfirmSelf = z.object({
  /** Empty for an account that has none. */
  password: z.string().max(200).default(''),
  code: z.string().trim().min(6).max(20),
});
export const ConfirmOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'confirmed']), waitSeconds });
export type ConfirmOutcome = z.infer<typeof ConfirmOutcome>;

export const OpenByCode = z.object({ accessCode: z.string().trim().min(1).max(40) });
export const OpenByCodeOutcome = z.object({ outcome: z.enum(['wrong', 'locked', 'opened']) });

export const Me = z.object({ account: Account, permissions: z.array(z.string()) });
