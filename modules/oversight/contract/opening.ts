import { IsoDate, IsoDateTime, LocalizedText, pageOf, Paging } from '@qantara/kernel';
import { z } from 'zod';

/** What was opened, in the modules' own words; a kind that is not here is shown as it is called. */
export const OpenedKind = z.enum([
  'limited_card',
  'duplicates',
  'own_file',
  'record',
  'search',
  'referral',
  'referrals',
  'messages',
  'export',
  'screenings',
  'shortlist',
  'statement',
  'skill',
  'log',
  'log_export',
  'name_search',
  'corrections',
  'overrides',
  'glass',
  'protection',
  'explain',
  'household',
  'cohort',
  'cohorts',
  'care_plan',
]);
export type OpenedKind = z.infer<typeof OpenedKind>;

/** By which way it left. */
export const OpeningChannel = z.enum(['page', 'api', 'export', 'offline', 'system', 'older']);

/** By which rule the reader was let. */
export const OpeningRule = z.enum([
  'limited',
  'own',
  'looks_after',
  'intake',
  'shared',
  'territory',
  'glass',
  'party',
  'partner_link',
  'holder',
  'oversight',
  'none',
  'older',
]);

/** Whose record, without a name: the privacy officer knows who opened it, not who they are. */
export const OpenedPerson = z.object({
  personId: z.uuid(),
  subjectId: z.uuid().nullable(),
  reason: z.string().nullable(),
  rule: z.string(),
});

export const SeenOpening = z.object({
  openingId: z.uuid(),
  at: IsoDateTime,
  kind: z.string(),
  channel: OpeningChannel,
  actorKind: z.enum(['anyone', 'account', 'resident', 'system']),
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
  organisationId: z.uuid().nullable(),
  organisationName: LocalizedText.nullable(),
  rules: z.array(z.string()),
  count: z.number().int(),
  people: z.array(OpenedPerson),
});
export type SeenOpening = z.infer<typeof SeenOpening>;

const optionalId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional());
const optionalDay = z.preprocess((value) => (value === '' ? undefined : value), IsoDate.optional());

/** Which openings: by person, account, organisation, kind, and from one day to another, both included. */
export const LogFilter = z.object({
  personId: optionalId,
  accountId: optionalId,
  organisationId: optionalId,
  // A code and nothing else: a second person reads it before agreeing to a file, and no sentence is to speak to them from there.
  kind: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .string()
      .max(40)
      .regex(/^[a-z][a-z_]*$/)
      .optional(),
  ),
  from: optionalDay,
  until: optionalDay,
});
export type LogFilter = z.infer<typeof LogFilter>;

export const AskedLog = LogFilter.extend(Paging.shape);
export const LogPage = pageOf(SeenOpening);

/** An account by its name, for who looks after the account of openings. */
export const AccountName = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  role: z.string().nullable(),
  /** The name of a role that the region composed. */
  roleName: LocalizedText.nullable(),
  organisationId: z.uuid().nullable(),
  isClosed: z.boolean(),
});
export type AccountName = z.infer<typeof AccountName>;

/** What one account opened in the last weeks. */
export const AccountSummary = z.object({
  account: AccountName,
  kinds: z.array(z.object({ kind: z.string(), openings: z.number().int(), records: z.number().int() })),
  days: z.number().int(),
});
export type AccountSummary = z.infer<typeof AccountSummary>;
