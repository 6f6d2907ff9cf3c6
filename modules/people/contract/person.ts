import { idOf, IsoDate, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { ConsentManner } from './consent/consent-manner.ts';
import { ContactPoint, NoContactReason } from './contact.ts';
import { PersonName } from './name.ts';
import { PersonId } from './person-id.ts';
import { RecordClass } from './record-class.ts';

/** A code of ISO 639, of two letters or three. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}$/);

/** Languages that are spoken at the counters of the region, and so have words of their own here; any other is its code. */
export const NamedLanguage = z.enum([
  'ar',
  'fr',
  'en',
  'ber',
  'it',
  'es',
  'de',
  'tr',
  'fa',
  'ur',
  'so',
  'ti',
  'am',
  'sw',
  'ff',
  'bm',
  'ln',
  'ru',
  'uk',
  'zh',
  'sgn',
]);

/** As the person says it; nothing where they do not. */
export const Gender = z.enum(['woman', 'man', 'other']);
export type Gender = z.infer<typeof Gender>;

/** What is known of a birth: a year, its month, its day, or a guess of the age on some day. */
export const Birth = z.object({
  year: z.number().int().nullable(),
  month: z.number().int().nullable(),
  day: z.number().int().nullable(),
  estimatedAge: z.number().int().nullable(),
  estimatedOn: IsoDate.nullable(),
});
export type Birth = z.infer<typeof Birth>;

/** The least that tells one person from another: what a search shows. */
export const PersonCard = z.object({
  personId: PersonId,
  displayName: z.string().nullable(),
  birthYear: z.number().int().nullable(),
  areaId: z.uuid().nullable(),
  mayContact: z.boolean(),
  createdAt: IsoDateTime,
});
export type PersonCard = z.infer<typeof PersonCard>;

export const Person = PersonCard.extend({
  names: z.array(PersonName),
  birth: Birth,
  gender: Gender.nullable(),
  genderWords: z.string().nullable(),
  languages: z.array(LanguageCode),
  needsInterpreter: z.boolean(),
  stewardOrganisationId: z.uuid().nullable(),
  contactPoints: z.array(ContactPoint),
  noContactReason: NoContactReason.nullable(),
  noContactSince: IsoDateTime.nullable(),
  isRestricted: z.boolean(),
  recordClass: RecordClass,
  /** The record that stands for this one while the two are one. */
  mergedInto: PersonId.nullable(),
  version: z.number().int(),
});
export type Person = z.infer<typeof Person>;

// What is not there comes before the shape: a number that is read from nothing would be 0, an age of its own.
const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => null), z.null(), shape]).default(null);
const number = (from: number, to: number) => optional(z.coerce.number().int().min(from).max(to));

const DAYS_OF_MONTH = 31;

function isDay({ birthYear, birthMonth, birthDay }: Record<'birthYear' | 'birthMonth' | 'birthDay', number | null>) {
  if (birthDay === null || birthMonth === null || birthYear === null) return true;
  const day = new Date(Date.UTC(birthYear, birthMonth - 1, birthDay));
  return day.getUTCMonth() === birthMonth - 1;
}

const FIELDS = z.object({
  displayName: z.string().trim().max(200).default(''),
  birthYear: number(1900, 2100),
  birthMonth: number(1, 12),
  birthDay: number(1, DAYS_OF_MONTH),
  estimatedAge: number(0, 120),
  gender: optional(Gender),
  genderWords: optional(z.string().trim().max(100)),
  languages: z.array(LanguageCode).max(12).default([]),
  needsInterpreter: z.boolean().default(false),
  areaId: optional(z.uuid()),
  mayContact: z.boolean().default(true),
  noContactReason: optional(NoContactReason),
  isRestricted: z.boolean().default(false),
  contactPoints: z.array(ContactPoint).max(10).default([]),
});

type Fields = z.infer<typeof FIELDS>;

/** A day without its month, or a month without its year, says nothing. */
const isWhole = ({ birthYear, birthMonth, birthDay }: Fields): boolean =>
  (birthDay === null || birthMonth !== null) && (birthMonth === null || birthYear !== null);

export const NewPerson = FIELDS.refine(isWhole, { path: ['birthYear'] }).refine(isDay, { path: ['birthDay'] });
export type NewPerson = z.infer<typeof NewPerson>;

export const CorrectedPerson = FIELDS.extend({
  personId: PersonId,
  version: z.coerce.number().int(),
  /** How somebody who had been anonymous agreed that their name is noted. */
  agreedHow: optional(ConsentManner),
})
  .refine(isWhole, { path: ['birthYear'] })
  .refine(isDay, { path: ['birthDay'] });
export type CorrectedPerson = z.infer<typeof CorrectedPerson>;

export const MergeId = idOf('MergeId');
export type MergeId = Id<'MergeId'>;
