import { IsoDateTime } from '@qantara/kernel';
import { z } from 'zod';

export const ContactKind = z.enum(['phone', 'message', 'email', 'address', 'in_person']);
export type ContactKind = z.infer<typeof ContactKind>;

/** How a contact is made: by voice, in writing that lights up a screen, by post, or by calling on somebody. */
export const Channel = z.enum(['call', 'text', 'email', 'letter', 'visit']);
export type Channel = z.infer<typeof Channel>;

/** Why nobody is to write or call. */
export const NoContactReason = z.enum(['asked', 'danger', 'order', 'not_said']);
export type NoContactReason = z.infer<typeof NoContactReason>;

/** Why a contact is not to be made now. */
export const ContactRefusal = z.enum(['do_not_contact', 'no_way', 'not_safe', 'others_read_it', 'outside_hours']);
export type ContactRefusal = z.infer<typeof ContactRefusal>;

const blankAsNull = (value: unknown): unknown => (value === '' ? null : value);
const words = (most: number) => z.preprocess(blankAsNull, z.string().trim().max(most).nullable()).default(null);
const hour = z
  .preprocess(
    blankAsNull,
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
  )
  .default(null);

/** One way to make contact, with everything that makes it safe. What is not said is not safe. */
export const ContactPoint = z
  .object({
    kind: ContactKind,
    value: z.string().trim().min(1).max(300),
    isSafe: z.boolean(),
    note: words(500),
    isShared: z.boolean().default(false),
    sharedWith: words(200),
    safeDays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
    safeFrom: hour,
    safeUntil: hour,
    sayFirst: words(200),
    askFor: words(200),
    presentAs: words(200),
    mayLeaveMessage: z.boolean().default(false),
    isDisguised: z.boolean().default(false),
  })
  .refine(({ safeFrom, safeUntil }) => (safeFrom === null) === (safeUntil === null), { path: ['safeUntil'] })
  .refine(({ safeFrom, safeUntil }) => safeFrom === null || safeFrom !== safeUntil, { path: ['safeUntil'] });
export type ContactPoint = z.infer<typeof ContactPoint>;

/** What to say, and what not, when contact is made. */
export const ContactWords = z.object({
  sayFirst: z.string().nullable(),
  askFor: z.string().nullable(),
  presentAs: z.string().nullable(),
  mayLeaveMessage: z.boolean(),
  isDisguised: z.boolean(),
});
export type ContactWords = z.infer<typeof ContactWords>;

/** One way to a person as it stands at this moment: a link only where contact may be made now, else why it may not. */
export const ContactWay = z.object({
  kind: ContactKind,
  channel: Channel,
  value: z.string(),
  isSafe: z.boolean(),
  note: z.string().nullable(),
  isShared: z.boolean(),
  sharedWith: z.string().nullable(),
  safeDays: z.array(z.number().int()),
  safeFrom: z.string().nullable(),
  safeUntil: z.string().nullable(),
  words: ContactWords,
  refused: ContactRefusal.nullable(),
  link: z.string().nullable(),
});
export type ContactWay = z.infer<typeof ContactWay>;

/** Whether and how somebody may be reached at this moment: what every page, message and printed invitation obeys. */
export const SafeContact = z.object({
  mayContact: z.boolean(),
  noContactReason: NoContactReason.nullable(),
  noContactSince: IsoDateTime.nullable(),
  /** What is put in their hand may be found by others: it says nothing of what it is about. */
  isDisguised: z.boolean(),
  ways: z.array(ContactWay),
});
export type SafeContact = z.infer<typeof SafeContact>;
