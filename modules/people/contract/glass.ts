import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { SafeContact } from './contact.ts';
import { PersonId } from './person-id.ts';
import { Birth } from './person.ts';
import { PersonName } from './name.ts';
import { RecordClass } from './record-class.ts';

export const GlassId = idOf('GlassId');
export type GlassId = Id<'GlassId'>;

/** Why somebody's record is opened in an emergency. */
export const GlassReason = z.enum(['life_in_danger', 'child_at_risk', 'medical', 'asks_here']);
export type GlassReason = z.infer<typeof GlassReason>;

/** What the privacy officer found when they looked at it afterwards. */
export const GlassVerdict = z.enum(['justified', 'not_justified', 'misuse']);
export type GlassVerdict = z.infer<typeof GlassVerdict>;

/** One record opened in an emergency; nothing of what it says. */
export const Glass = z.object({
  glassId: GlassId,
  personId: PersonId,
  accountId: z.uuid(),
  organisationId: z.uuid().nullable(),
  stewardOrganisationId: z.uuid().nullable(),
  recordClass: RecordClass,
  reasonCode: GlassReason,
  reason: z.string(),
  openedAt: IsoDateTime,
  until: IsoDateTime,
  closedAt: IsoDateTime.nullable(),
  verdict: GlassVerdict.nullable(),
  reviewNote: z.string().nullable(),
  reviewedAt: IsoDateTime.nullable(),
});
export type Glass = z.infer<typeof Glass>;

const blank = z.union([z.literal(''), z.null(), z.undefined()]).transform(() => null);

/** Whom somebody means: two words of the name, and the year of birth or a way of contact; and why it cannot wait. */
export const BreakGlass = z.object({
  name: z.string().trim().min(3).max(200),
  birthYear: z.union([blank, z.coerce.number().int().min(1900).max(2100)]).default(null),
  contact: z.string().trim().max(200).default(''),
  reasonCode: GlassReason,
  reason: z.string().trim().min(10).max(1000),
});
export type BreakGlass = z.infer<typeof BreakGlass>;

/** What an emergency shows: who it is, how to reach them safely, and who looks after them. */
export const OpenGlass = z.object({
  glass: Glass,
  names: z.array(PersonName),
  displayName: z.string().nullable(),
  birth: Birth,
  languages: z.array(z.string()),
  needsInterpreter: z.boolean(),
  safeContact: SafeContact,
  stewardName: LocalizedText.nullable(),
});
export type OpenGlass = z.infer<typeof OpenGlass>;

/** An emergency opening in a list, with the names that whoever reads the list may know. */
export const GlassItem = Glass.extend({
  displayName: z.string().nullable(),
  accountName: z.string().nullable(),
  organisationName: LocalizedText.nullable(),
  /** Whether whoever reads the list opened it. */
  isOwn: z.boolean(),
});
export type GlassItem = z.infer<typeof GlassItem>;

export const ReviewGlass = z.object({
  glassId: GlassId,
  verdict: GlassVerdict,
  note: z.string().trim().min(1).max(1000),
});
export type ReviewGlass = z.infer<typeof ReviewGlass>;
