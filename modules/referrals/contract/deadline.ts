import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Priority } from './referral.ts';

/** What is expected next: a first answer, a claim of an open request, help, another look at what waits, a word on an offered place. */
export const DeadlineStage = z.enum(['answer', 'claim', 'help', 'look_again', 'offer']);
export type DeadlineStage = z.infer<typeof DeadlineStage>;

/** By the clock, or as the territory works. */
export const DeadlineUnit = z.enum(['hours', 'working_hours', 'working_days']);
export type DeadlineUnit = z.infer<typeof DeadlineUnit>;

const blank = z.literal('').transform(() => null);
const ofNeed = z.union([blank, z.string().min(1).max(60), z.null()]).default(null);
const ofPartner = z.union([blank, z.uuid(), z.null()]).default(null);
const ofPriority = z.union([blank, Priority, z.null()]).default(null);
const amount = z.coerce.number().int().min(1).max(400);

export const DeadlineRule = z.object({
  /** None: what the field does where a region says nothing. */
  ruleId: z.uuid().nullable(),
  stage: DeadlineStage,
  needCode: z.string().nullable(),
  organisationId: z.uuid().nullable(),
  priority: Priority.nullable(),
  amount: z.number().int(),
  unit: DeadlineUnit,
  remindAfter: z.number().int().nullable(),
  escalateAfter: z.number().int(),
});
export type DeadlineRule = z.infer<typeof DeadlineRule>;

export const SaveDeadlineRule = z
  .object({
    stage: DeadlineStage,
    needCode: ofNeed,
    organisationId: ofPartner,
    priority: ofPriority,
    amount,
    unit: DeadlineUnit,
    remindAfter: z.union([blank, amount, z.null()]).default(null),
    escalateAfter: amount,
  })
  .refine(({ remindAfter, amount: due }) => remindAfter === null || remindAfter < due, {
    path: ['remindAfter'],
    params: { code: 'not_before_due' },
  })
  .refine(({ escalateAfter, amount: due }) => escalateAfter >= due, {
    path: ['escalateAfter'],
    params: { code: 'before_due' },
  });
export type SaveDeadlineRule = z.infer<typeof SaveDeadlineRule>;

/** Why a date is what it is: the rule, from when it counts, and the holidays that stood between. */
export const DueWhy = z.object({
  stage: DeadlineStage,
  amount: z.number().int(),
  unit: DeadlineUnit,
  needName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  priority: Priority.nullable(),
  isOfTheField: z.boolean(),
  from: IsoDateTime,
  holidays: z.array(z.object({ onDay: z.string(), name: LocalizedText })),
});
export type DueWhy = z.infer<typeof DueWhy>;
