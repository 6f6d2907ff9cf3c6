import { idOf, IsoDate, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { InstitutionId } from './institution.ts';

export const InspectionId = idOf('InspectionId');
export type InspectionId = Id<'InspectionId'>;
export const ShortcomingId = idOf('ShortcomingId');
export type ShortcomingId = Id<'ShortcomingId'>;

export const InspectionState = z.enum(['planned', 'done', 'cancelled']);
export type InspectionState = z.infer<typeof InspectionState>;

export const InspectionReason = z.enum(['routine', 'complaint', 'licence', 'follow_up']);
export type InspectionReason = z.infer<typeof InspectionReason>;

export const InspectionOutcome = z.enum(['satisfactory', 'to_improve', 'unacceptable']);
export type InspectionOutcome = z.infer<typeof InspectionOutcome>;

export const Severity = z.enum(['minor', 'major', 'critical']);
export type Severity = z.infer<typeof Severity>;

/** How a shortcoming stands; `overdue` is never written, it follows from the day it was due. */
export const ShortcomingStanding = z.enum(['open', 'overdue', 'corrected', 'verified']);
export type ShortcomingStanding = z.infer<typeof ShortcomingStanding>;

export const ShortcomingStep = z.enum(['correct', 'verify', 'return']);
export type ShortcomingStep = z.infer<typeof ShortcomingStep>;

export const Inspection = z.object({
  inspectionId: InspectionId,
  state: InspectionState,
  reason: InspectionReason,
  plannedOn: IsoDate,
  doneOn: IsoDate.nullable(),
  team: z.string(),
  outcome: InspectionOutcome.nullable(),
  summary: z.string().nullable(),
});
export type Inspection = z.infer<typeof Inspection>;

export const Shortcoming = z.object({
  shortcomingId: ShortcomingId,
  inspectionId: InspectionId,
  requirementCode: z.string(),
  severity: Severity,
  text: z.string(),
  dueOn: IsoDate,
  standing: ShortcomingStanding,
  evidence: z.string().nullable(),
  correctedOn: IsoDate.nullable(),
  verifiedOn: IsoDate.nullable(),
  /** What this reader may do with it now. */
  may: z.array(ShortcomingStep),
});
export type Shortcoming = z.infer<typeof Shortcoming>;

export const PlanInspection = z.object({
  institutionId: InstitutionId,
  plannedOn: IsoDate,
  reason: InspectionReason,
  team: z.string().trim().min(1).max(300),
});
export type PlanInspection = z.infer<typeof PlanInspection>;

/** What a planned visit found. */
export const RecordInspection = z.object({
  inspectionId: InspectionId,
  doneOn: IsoDate,
  team: z.string().trim().min(1).max(300),
  outcome: InspectionOutcome,
  summary: z.string().trim().max(5000).default(''),
});
export type RecordInspection = z.infer<typeof RecordInspection>;

/** A visit that nobody had planned, found and recorded at once. */
export const RecordVisit = RecordInspection.omit({ inspectionId: true }).extend({
  institutionId: InstitutionId,
  reason: InspectionReason,
});
export type RecordVisit = z.infer<typeof RecordVisit>;

export const AddShortcoming = z.object({
  inspectionId: InspectionId,
  requirementCode: z.string().regex(/^[a-z_]{1,40}$/),
  severity: Severity,
  text: z.string().trim().min(1).max(2000),
  dueOn: IsoDate,
});
export type AddShortcoming = z.infer<typeof AddShortcoming>;

export const CorrectShortcoming = z.object({
  shortcomingId: ShortcomingId,
  evidence: z.string().trim().min(1).max(2000),
});
export type CorrectShortcoming = z.infer<typeof CorrectShortcoming>;

export const JudgeShortcoming = z.object({
  shortcomingId: ShortcomingId,
  note: z.string().trim().max(2000).default(''),
});
export type JudgeShortcoming = z.infer<typeof JudgeShortcoming>;
