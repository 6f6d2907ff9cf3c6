import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const PasskeyId = idOf('PasskeyId');
export type PasskeyId = Id<'PasskeyId'>;

/** A passkey as its owner sees it: by the name they gave it. */
export const Passkey = z.object({
  passkeyId: PasskeyId,
  label: z.string(),
  /** Kept by a password manager on several devices, rather than on one alone. */
  isSynced: z.boolean(),
  createdAt: IsoDateTime,
  lastUsedAt: IsoDateTime.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyLabel = z.string().trim().min(1).max(60);

/** What the browser is asked: the options of `navigator.credentials` as JSON (WebAuthn 3 §5.1.8, §5.1.9). */
export const AskedPasskey = z.object({ challengeId: z.uuid(), options: z.record(z.string(), z.unknown()) });
export type AskedPasskey = z.infer<typeof AskedPasskey>;

/** What the browser answered: the credential's JSON as text, so that a form without script code of its own can send it. */
export const GivenPasskey = z.object({ challengeId: z.uuid(), credential: z.string().min(2).max(20_000) });
export type GivenPasskey = z.infer<typeof GivenPasskey>;
