import { idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { Capacity, ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';

export const LinkId = idOf('LinkId');
export type LinkId = Id<'LinkId'>;

/** The secret part of a link: 32 random bytes. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Whether an entry was confirmed in time: in time, to be confirmed soon, overdue, or never confirmed. */
export const Standing = z.enum(['fresh', 'due', 'overdue', 'never']);
export type Standing = z.infer<typeof Standing>;

/** One entry as whoever keeps it sees it. */
export const KeptEntry = z.object({
  serviceId: ServiceId,
  name: LocalizedText,
  capacity: Capacity,
  capacityAt: IsoDateTime.nullable(),
  assuredAt: IsoDateTime.nullable(),
  dueOn: IsoDateTime.nullable(),
  standing: Standing,
});
export type KeptEntry = z.infer<typeof KeptEntry>;

/** What a link opens: an organisation's entries, those to be confirmed first. */
export const KeptEntries = z.object({
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  entries: z.array(KeptEntry),
});
export type KeptEntries = z.infer<typeof KeptEntries>;

const optionalText = (most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().max(most).optional());

/** Who at an organisation keeps its entries true, and how they are reached. */
export const Keeper = z.object({
  name: z.string().trim().min(1).max(120),
  role: optionalText(120),
  email: z.preprocess((value) => (value === '' ? undefined : value), z.email().max(254).optional()),
  phone: optionalText(40),
  locale: Locale,
});
export type Keeper = z.infer<typeof Keeper>;

export const NewLink = z.object({ organisationId: z.uuid() });
export const MadeLink = z.object({ linkId: LinkId, token: LinkToken, expiresAt: IsoDateTime });

export const Link = z.object({
  linkId: LinkId,
  createdAt: IsoDateTime,
  expiresAt: IsoDateTime,
  usedAt: IsoDateTime.nullable(),
  revokedAt: IsoDateTime.nullable(),
});
export type Link = z.infer<typeof Link>;

/** An organisation as who curates the directory sees it. */
export const KeptOrganisation = KeptEntries.extend({
  keeper: Keeper.nullable(),
  links: z.array(Link),
});
export type KeptOrganisation = z.infer<typeof KeptOrganisation>;

const counted = z.object({
  total: z.number().int(),
  withinSix: z.number().int(),
  withinTwelve: z.number().int(),
  never: z.number().int(),
  overdue: z.number().int(),
  withoutKeeper: z.number().int(),
});

/** How true the directory can be: active services by when somebody last made sure of them. */
export const FreshnessReport = z.object({
  all: counted,
  /** What waits for a person: suggestions without an answer, records that may be one, sources that contradict one another. */
  waiting: z.object({
    suggestions: z.number().int(),
    pairs: z.number().int(),
    conflicts: z.number().int(),
  }),
  organisations: z.array(counted.extend({ organisationId: z.uuid(), name: LocalizedText })),
  oldest: z.array(
    z.object({
      serviceId: ServiceId,
      name: LocalizedText,
      organisationName: LocalizedText,
      assuredAt: IsoDateTime.nullable(),
    }),
  ),
});
export type FreshnessReport = z.infer<typeof FreshnessReport>;
