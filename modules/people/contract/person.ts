import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const PersonId = idOf('PersonId');
export type PersonId = Id<'PersonId'>;

export const ContactKind = z.enum(['phone', 'message', 'email', 'address', 'in_person']);
export type ContactKind = z.infer<typeof ContactKind>;

export const ContactPoint = z.object({
  kind: ContactKind,
  value: z.string().trim().min(1).max(300),
  isSafe: z.boolean(),
  note: z.string().trim().max(500).nullable(),
});
export type ContactPoint = z.infer<typeof ContactPoint>;

/** The least that tells one person from another: what a search shows. */
export const PersonCard = z.object({
  personId: PersonId,
  displayName: z.string().nullable(),
  birthYear: z.number().int().nullable(),
  areaId: z.uuid().nullable(),
  mayContact: z.boolean(),
});
export type PersonCard = z.infer<typeof PersonCard>;

export const Person = PersonCard.extend({
  languages: z.array(Locale),
  stewardOrganisationId: z.uuid().nullable(),
  contactPoints: z.array(ContactPoint),
  version: z.number().int(),
  createdAt: IsoDateTime,
});
export type Person = z.infer<typeof Person>;

const optionalId = z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null);

/** The year of a birth as a form sends it: empty where it is not known. */
const BirthYear = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1900).max(2100), z.null()])
  .default(null);

export const NewPerson = z.object({
  displayName: z.string().trim().max(200).default(''),
  birthYear: BirthYear,
  languages: z.array(Locale).max(3).default([]),
  areaId: optionalId,
  mayContact: z.boolean().default(true),
  contactPoints: z.array(ContactPoint).max(10).default([]),
});
export type NewPerson = z.infer<typeof NewPerson>;
