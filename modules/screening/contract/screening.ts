import { AnswerChannel, GiveAnswers } from '@qantara/forms/contract';
import { idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { ContactKind } from '@qantara/people/contract';
import { z } from 'zod';

export const ScreeningId = idOf('ScreeningId');
export type ScreeningId = Id<'ScreeningId'>;

/** The region's own form; its questions are data, in `db/seeds`. Pages take their plain words from it. */
export const SCREENING_FORM = 'regional-screening';

export const ScreeningStatus = z.enum(['waiting', 'taken', 'closed']);
export type ScreeningStatus = z.infer<typeof ScreeningStatus>;

/** Need and want apart: only a wanted need becomes a referral (design rule 2). Null is a question not answered. */
export const Finding = z.object({
  needCode: z.string(),
  hasNeed: z.boolean().nullable(),
  wantsHelp: z.boolean().nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const Screening = z.object({
  screeningId: ScreeningId,
  personId: z.uuid(),
  channel: AnswerChannel,
  status: ScreeningStatus,
  isUrgent: z.boolean(),
  areaId: z.uuid().nullable(),
  receivedAt: IsoDateTime,
  takenAt: IsoDateTime.nullable(),
  findings: z.array(Finding.extend({ needName: LocalizedText })),
  version: z.number().int(),
});
export type Screening = z.infer<typeof Screening>;

const codes = z.array(z.string().min(1).max(60)).max(40);
const optionalArea = z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null);

/** Whether and how a person who asks for help may be reached. */
export const SafeContact = z.enum(['may_contact', 'no_contact']);
export type SafeContact = z.infer<typeof SafeContact>;

/** How whoever asks for help is called and may be reached, as far as they say. */
export const ResidentContact = z.object({
  displayName: z.string().trim().max(200).default(''),
  areaId: optionalArea,
  safeContact: SafeContact,
  contactKind: z.union([z.literal('').transform(() => null), ContactKind, z.null()]).default(null),
  contactValue: z.string().trim().max(300).default(''),
  contactNote: z.string().trim().max(500).default(''),
  locale: Locale,
});
export type ResidentContact = z.infer<typeof ResidentContact>;

/** What a resident sends without an account: what is hard, what they want help with, and how to reach them safely. */
export const AskForHelp = ResidentContact.extend({ needs: codes.min(1), wants: codes.min(1) });
export type AskForHelp = z.infer<typeof AskForHelp>;

export const RecordScreening = z.object({
  personId: z.uuid(),
  channel: AnswerChannel.exclude(['self', 'widget']),
  /** `food` → `yes`, `no` or `prefer_not_to_say`, for each need that was asked about. */
  needs: z.record(z.string().max(60), z.enum(['yes', 'no', 'prefer_not_to_say'])),
  wants: z.record(z.string().max(60), z.enum(['yes', 'no'])),
  locale: Locale,
});
export type RecordScreening = z.infer<typeof RecordScreening>;

/** Whole answers to a form from which needs follow. */
export const AnswerScreening = GiveAnswers.omit({ isDraft: true });
export type AnswerScreening = z.infer<typeof AnswerScreening>;

/** A request that waits for a navigator: what it is about and since when, without a name. */
export const WaitingRequest = z.object({
  screeningId: ScreeningId,
  isUrgent: z.boolean(),
  areaName: LocalizedText.nullable(),
  receivedAt: IsoDateTime,
  needNames: z.array(LocalizedText),
  /** The partner by whose own site it came; null where it came by ours. */
  sourceName: LocalizedText.nullable(),
});
export type WaitingRequest = z.infer<typeof WaitingRequest>;
