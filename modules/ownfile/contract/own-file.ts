import { OwnPaper } from '@qantara/attachments/contract';
import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import {
  Birth,
  Consent,
  ConsentRefusal,
  ContactPoint,
  CorrectionRequest,
  DataCategory,
  Gender,
  NameKind,
  SharingOverride,
  HouseholdMember,
} from '@qantara/people/contract';
import { z } from 'zod';

/** What somebody opened, in the words of whom it is about; what a newer version opens is told as `other`. */
export const OpenedWhat = z.enum([
  'record',
  'search',
  'limited_card',
  'duplicates',
  'screenings',
  'referral',
  'referrals',
  'messages',
  'export',
  'shortlist',
  'statement',
  'own_file',
  'household',
  'cohort',
  'cohorts',
  'corrections',
  'glass',
  'protection',
  'explain',
  'attachment',
  'attachments',
  'other',
]);
export type OpenedWhat = z.infer<typeof OpenedWhat>;

/** By what right: they look after the person, the person let them, nobody had taken the request yet, or it was the person. */
export const OpenedBy = z.enum([
  'looks_after',
  'shared',
  'party',
  'partner_link',
  'intake',
  'territory',
  'glass',
  'limited',
  'own',
  'other',
]);
export type OpenedBy = z.infer<typeof OpenedBy>;

export const OwnOpening = z.object({
  at: IsoDateTime,
  what: OpenedWhat,
  by: OpenedBy,
  /** Who: an organisation, never a colleague's name; null where it was the person, or the system. */
  organisationName: LocalizedText.nullable(),
});
export type OwnOpening = z.infer<typeof OwnOpening>;

/** What was sent about them: which referral, to whom, which data, when. What was read already no withdrawal calls back. */
export const SentReferral = z.object({
  referralId: z.uuid(),
  needName: LocalizedText,
  organisationName: LocalizedText,
  categories: z.array(DataCategory),
  sentAt: IsoDateTime,
  /** Sent without consent, by a lawful basis. */
  isOverride: z.boolean(),
  withdrawnAt: IsoDateTime.nullable(),
});
export type SentReferral = z.infer<typeof SentReferral>;

/** All that is held of a person, for that person. */
export const OwnFile = z.object({
  names: z.array(z.object({ kind: NameKind, words: z.string() })),
  birth: Birth,
  gender: Gender.nullable(),
  genderWords: z.string().nullable(),
  languages: z.array(z.string()),
  needsInterpreter: z.boolean(),
  areaName: LocalizedText.nullable(),
  mayContact: z.boolean(),
  contactPoints: z.array(ContactPoint),
  /** Whether others who look for them are told that nobody is there. */
  isRestricted: z.boolean(),
  lookedAfterBy: LocalizedText.nullable(),
  since: IsoDateTime,
  /** What they said the last time that they were asked: what is hard, and what they want help with. */
  needs: z.array(z.object({ name: LocalizedText, wantsHelp: z.boolean().nullable() })),
  askedAt: IsoDateTime.nullable(),
  /** Their own places in households, and nothing of who else is there. */
  households: z.array(HouseholdMember.pick({ relation: true, isHome: true, startedOn: true, endedOn: true })),
  cohorts: z.array(z.object({ name: LocalizedText, since: IsoDateTime, until: IsoDateTime.nullable() })),
  /** The papers and photos that are held, without their bytes. */
  papers: z.array(OwnPaper),
  consents: z.array(Consent),
  /** What they said no to; who asked is not named. */
  refusals: z.array(ConsentRefusal),
  /** What was shared without their consent, where telling them endangers nobody; in codes, without a colleague's words. */
  overrides: z.array(SharingOverride),
  sent: z.array(SentReferral),
  corrections: z.array(CorrectionRequest),
  /** The partners that all of these name, by identifier. */
  partnerNames: z.record(z.string(), LocalizedText),
  openings: z.array(OwnOpening),
  /** Whether there are older openings than those shown. */
  hasMore: z.boolean(),
});
export type OwnFile = z.infer<typeof OwnFile>;
