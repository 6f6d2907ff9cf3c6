import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { NewPassword } from './account.ts';

export const KeyringRequestId = idOf('KeyringRequestId');
export type KeyringRequestId = Id<'KeyringRequestId'>;

/** A word, a telephone number or an e-mail address that its owner will remember; nothing is ever sent to it. */
const NewSignInName = z.string().trim().min(3).max(120);

/** What opens a personal account. */
export const KeyringProof = z.object({
  signInName: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(200),
});
export type KeyringProof = z.infer<typeof KeyringProof>;

export const NewKeyring = z.object({ signInName: NewSignInName, password: NewPassword });
export type NewKeyring = z.infer<typeof NewKeyring>;

/** The password in use, with the name, and the one that takes its place. */
export const ChangedKeyring = z.object({
  signInName: z.string().trim().min(1).max(120),
  currentPassword: z.string().min(1).max(200),
  password: NewPassword,
});

/** A failed attempt is an answer, not a refusal: it is counted and recorded, which a refusal would undo. */
const outcomeOf = <const Good extends string>(good: Good) =>
  z.object({ outcome: z.enum(['wrong', 'locked', good]), waitSeconds: z.number().int().default(0) });

/** With how many requests the account holds: one is opened at once, of several its owner chooses. */
export const OpenedKeyring = outcomeOf('opened').extend({ requests: z.number().int().default(0) });
export type OpenedKeyring = z.infer<typeof OpenedKeyring>;
export const JoinedKeyring = outcomeOf('joined');
export const AddedRequest = outcomeOf('added');
export const ChangedPassword = outcomeOf('changed');

/** One request of a personal account: when it was asked, and nothing of what or by whom. */
export const KeyringRequest = z.object({
  keyringRequestId: KeyringRequestId,
  askedAt: IsoDateTime,
  isOpen: z.boolean(),
});
export type KeyringRequest = z.infer<typeof KeyringRequest>;

/** What the page of a personal account shows; who came by a code is told of that one request alone. */
export const Keyring = z.object({
  /** The account opened this session; otherwise a code did. */
  isSignedIn: z.boolean(),
  /** Since when the request that is open is in some account; null where it is in none. */
  keptSince: IsoDateTime.nullable(),
  isSample: z.boolean(),
  requests: z.array(KeyringRequest),
});
export type Keyring = z.infer<typeof Keyring>;
