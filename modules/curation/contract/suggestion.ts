import { idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';

export const SuggestionId = idOf('SuggestionId');
export type SuggestionId = Id<'SuggestionId'>;

/** A change of an entry, one that has closed, one that is missing, or somebody who says that the entry is theirs. */
export const SuggestionKind = z.enum(['change', 'closed', 'new', 'claim']);
export type SuggestionKind = z.infer<typeof SuggestionKind>;

export const SuggestionState = z.enum(['waiting', 'accepted', 'partly_accepted', 'rejected']);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** What of an entry can be said to be different. Where it is and when it is open are changed by hand. */
export const SuggestedField = z.enum([
  'name',
  'description',
  'phone',
  'hours',
  'address',
  'eligibility_description',
  'application_process',
  'fees_description',
  'email',
  'url',
]);
export type SuggestedField = z.infer<typeof SuggestedField>;

const words = (most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().max(most).optional());

export const Proposal = z.object({ field: SuggestedField, value: z.string() });
export type Proposal = z.infer<typeof Proposal>;

const proposed = Object.fromEntries(SuggestedField.options.map((field) => [field, words(4000)])) as Record<
  SuggestedField,
  ReturnType<typeof words>
>;

/** How to reach whoever suggests something; nobody has to say it. */
export const Contact = z.object({
  name: words(120),
  role: words(120),
  email: z.preprocess((value) => (value === '' ? undefined : value), z.email().max(254).optional()),
  phone: words(40),
});
export type Contact = z.infer<typeof Contact>;

export const NewSuggestion = z.object({
  kind: SuggestionKind,
  serviceId: z.preprocess((value) => (value === '' ? undefined : value), ServiceId.optional()),
  /** What is different, field by field; what is left out stays. */
  ...proposed,
  message: words(4000),
  contactName: Contact.shape.name,
  contactRole: Contact.shape.role,
  contactEmail: Contact.shape.email,
  contactPhone: Contact.shape.phone,
  locale: Locale,
});
export type NewSuggestion = z.infer<typeof NewSuggestion>;

/** The code by which whoever suggested something reads the answer: twelve signs in threes of four. */
export const SuggestionCode = z.string().trim().min(1).max(40);

export const SuggestionAnswer = z.object({
  kind: SuggestionKind,
  serviceName: LocalizedText.nullable(),
  state: SuggestionState,
  answer: z.string().nullable(),
  createdAt: IsoDateTime,
  decidedAt: IsoDateTime.nullable(),
});
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>;

export const Suggestion = z.object({
  suggestionId: SuggestionId,
  kind: SuggestionKind,
  serviceId: ServiceId.nullable(),
  serviceName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  /** Whether it came by an organisation's own link. */
  isFromKeeper: z.boolean(),
  proposals: z.array(Proposal.extend({ now: z.string().nullable() })),
  message: z.string().nullable(),
  contact: Contact.nullable(),
  locale: Locale,
  state: SuggestionState,
  answer: z.string().nullable(),
  /** Which of the proposals stand in the entry by now. */
  takenFields: z.array(SuggestedField),
  version: z.number().int(),
  createdAt: IsoDateTime,
  decidedAt: IsoDateTime.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What was suggested of one field, in the language in which it was, beside the form in which it is entered. */
export const Suggested = z.object({
  suggestionId: SuggestionId,
  version: z.number().int(),
  value: z.string(),
  locale: Locale,
  isTaken: z.boolean(),
});
export type Suggested = z.infer<typeof Suggested>;

/** The suggestion that is taken by what is saved. */
export const TakenFrom = z.object({
  suggestionId: z.preprocess((value) => (value === '' ? undefined : value), SuggestionId.optional()),
  suggestionVersion: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().optional()),
});
export type TakenFrom = z.infer<typeof TakenFrom>;

export const Acceptance = z.object({
  suggestionId: SuggestionId,
  version: z.coerce.number().int(),
  /** Which of the proposals are taken. */
  taken: z.array(SuggestedField).default([]),
  /** The proposals as the moderator words them. */
  values: z.partialRecord(SuggestedField, z.string().trim().max(4000)).default({}),
  answer: words(2000),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const Rejection = z.object({
  suggestionId: SuggestionId,
  version: z.coerce.number().int(),
  answer: z.string().trim().min(1).max(2000),
});
export type Rejection = z.infer<typeof Rejection>;
