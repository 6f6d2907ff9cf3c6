import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { Service, ServiceCard, ServiceId } from '@qantara/directory/contract';
import { ContactWay, PersonId } from '@qantara/people/contract';
import { z } from 'zod';

export const ShortlistId = idOf('ShortlistId');
export type ShortlistId = Id<'ShortlistId'>;

/** The secret part of a list's link: 32 random bytes. */
export const ShareToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const words = (most: number) =>
  z.preprocess((value) => (value === '' ? null : value), z.string().trim().max(most).nullable()).default(null);

export const ItemNote = words(500);
export const ListNote = words(1000);

/** A list as a person's page names it. */
export const ShortlistCard = z.object({
  personId: PersonId,
  shortlistId: ShortlistId,
  services: z.number().int(),
  locale: Locale,
  sharedUntil: IsoDateTime.nullable(),
  updatedAt: IsoDateTime,
});
export type ShortlistCard = z.infer<typeof ShortlistCard>;

/** A list as whoever prepares it sees it. */
export const Shortlist = z.object({
  personId: PersonId,
  shortlistId: ShortlistId,
  displayName: z.string().nullable(),
  note: z.string().nullable(),
  locale: Locale,
  version: z.number().int(),
  items: z.array(z.object({ card: ServiceCard, note: z.string().nullable() })),
  sharedUntil: IsoDateTime.nullable(),
  /** How it may be sent in writing: only ways that the person called safe, and a link only where they may be written to now. */
  sendTo: z.array(ContactWay),
  mayContact: z.boolean(),
  /** Whoever sees the message or the paper must not learn what it is about. */
  isDisguised: z.boolean(),
});
export type Shortlist = z.infer<typeof Shortlist>;

/** A list as the person reads and prints it: it names nobody. */
export const SharedShortlist = z.object({
  note: z.string().nullable(),
  locale: Locale,
  items: z.array(z.object({ service: Service, note: z.string().nullable() })),
});
export type SharedShortlist = z.infer<typeof SharedShortlist>;

const list = z.object({ personId: PersonId, shortlistId: ShortlistId });
export const OfList = list;
export const OfItem = list.extend({ serviceId: ServiceId });

/** The link's secret, told once, and the whole address as a code to scan. */
export const MadeShare = z.object({ token: ShareToken, link: z.url(), qrCode: z.string(), sharedUntil: IsoDateTime });
