import { IsoDate, IsoDateTime, LocalizedText, route } from '@qantara/kernel';
import { EntryReason, ReferralId } from '@qantara/referrals/contract';
import { z } from 'zod';
import { Figure } from './indicator.ts';

/** What of a directory entry is old or missing, and so sends people to the wrong door. */
export const EntryLack = z.enum(['not_checked', 'no_room_said', 'room_is_old', 'no_languages', 'no_hours']);
export type EntryLack = z.infer<typeof EntryLack>;

/** What to do next, the most useful first. */
export const NextStep = z.enum([
  'answer_waiting',
  'say_room',
  'say_whom',
  'say_where',
  'mend_entry',
  'answer_sooner',
  'nothing',
]);
export type NextStep = z.infer<typeof NextStep>;

/** One partner's own sheet: itself beside the region's middle, and no other partner. */
export const Scorecard = z.object({
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  period: z.object({ startsOn: IsoDate, endsOn: IsoDate }),
  asked: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  silent: z.number().int(),
  /** The median of days to a first answer: theirs, and the region's. */
  days: z.number().nullable(),
  regionDays: z.number().nullable(),
  reasons: z.array(z.object({ reasonCode: EntryReason, count: z.number().int() })),
  /** Those who say that help came, and that it was good; hidden where few said so. */
  helped: Figure,
  good: Figure,
  waiting: z.array(
    z.object({ referralId: ReferralId, needName: LocalizedText, sentAt: IsoDateTime, isOverdue: z.boolean() }),
  ),
  waitingCount: z.number().int(),
  entries: z.array(z.object({ serviceId: z.uuid(), name: LocalizedText, lacks: z.array(EntryLack) })),
  next: z.array(NextStep),
});
export type Scorecard = z.infer<typeof Scorecard>;

const whole = z.union([z.literal('').transform(() => undefined), z.uuid()]).optional();

/** The sheet of a partner: its own, or for whoever compares them that of any. */
export const scorecardRoutes = {
  getScorecard: route({
    path: 'GET /scorecard',
    may: 'scorecard:read',
    input: z.object({ organisationId: whole }),
    output: Scorecard,
    refusals: ['organisation_not_found'],
  }),
};
