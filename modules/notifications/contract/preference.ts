import { IsoDateTime, latinDigits, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { NoticeTopic } from './template.ts';

/** How somebody of the staff is told, beside the list in the app, which always holds it. */
export const StaffChannel = z.enum(['app', 'email', 'sms']);
export type StaffChannel = z.infer<typeof StaffChannel>;

/** How an organisation is told. */
export const OrganisationChannel = z.enum(['email', 'sms', 'none']);
export type OrganisationChannel = z.infer<typeof OrganisationChannel>;

const blankAsNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const hour = z.preprocess(
  blankAsNull,
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
);
/** A number as networks write it (E.164); spaces, dots, brackets and Arabic digits are forgiven. */
const telephone = z.preprocess(
  (value) =>
    typeof value === 'string' ? blankAsNull(latinDigits(value).replaceAll(/[\s().-]/g, '')) : blankAsNull(value),
  z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
);
const mailbox = z.preprocess(
  (value) => (typeof value === 'string' ? blankAsNull(value.trim()) : blankAsNull(value)),
  z.email().max(200).nullable(),
);

const wholeHours = ({ quietFrom, quietUntil }: { quietFrom: string | null; quietUntil: string | null }): boolean =>
  (quietFrom === null) === (quietUntil === null) && (quietFrom === null || quietFrom !== quietUntil);

const topics = Object.fromEntries(NoticeTopic.options.map((topic) => [topic, StaffChannel])) as Record<
  NoticeTopic,
  typeof StaffChannel
>;

/** How an account wants to be told. */
export const AccountPreference = z.object({
  locale: Locale.nullable(),
  channels: z.object(topics),
  phone: z.string().nullable(),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  onDutyUntil: IsoDateTime.nullable(),
  email: z.string(),
  /** Where they work: its messages are theirs to set too. */
  organisationId: z.uuid().nullable(),
  isMailOpen: z.boolean(),
  isSmsOpen: z.boolean(),
  version: z.number().int(),
});
export type AccountPreference = z.infer<typeof AccountPreference>;

export const NewAccountPreference = z
  .object({
    locale: z.preprocess(blankAsNull, Locale.nullable()),
    ...topics,
    phone: telephone,
    quietFrom: hour,
    quietUntil: hour,
    /** For how many hours from now they are on duty; 0 for not at all. */
    dutyHours: z.coerce.number().int().min(0).max(72).default(0),
    version: z.coerce.number().int().min(0).default(0),
  })
  .refine(wholeHours, { path: ['quietUntil'], params: { code: 'hours_not_whole' } });
export type NewAccountPreference = z.output<typeof NewAccountPreference>;

/** Where and how an organisation wants its messages. */
export const OrganisationPreference = z.object({
  organisationId: z.uuid(),
  name: LocalizedText,
  channel: OrganisationChannel,
  locale: Locale,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  publishedEmail: z.string().nullable(),
  version: z.number().int(),
});
export type OrganisationPreference = z.infer<typeof OrganisationPreference>;

export const NewOrganisationPreference = z
  .object({
    organisationId: z.uuid(),
    channel: OrganisationChannel,
    locale: Locale,
    email: mailbox,
    phone: telephone,
    quietFrom: hour,
    quietUntil: hour,
    version: z.coerce.number().int().min(0).default(0),
  })
  .refine(wholeHours, { path: ['quietUntil'], params: { code: 'hours_not_whole' } })
  .refine(({ channel, phone }) => channel !== 'sms' || phone !== null, {
    path: ['phone'],
    params: { code: 'required' },
  });
export type NewOrganisationPreference = z.output<typeof NewOrganisationPreference>;
