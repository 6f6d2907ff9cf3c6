import { idOf, IsoDate, IsoDateTime, LocalizedText, optionalText, type Id } from '@qantara/kernel';
import { DataCategory, PersonId } from '@qantara/people/contract';
import { z } from 'zod';
import { Criteria, CriterionAttribute, Fit } from './criteria.ts';

export const CohortId = idOf('CohortId');
export type CohortId = Id<'CohortId'>;
export const CohortMembershipId = idOf('CohortMembershipId');
export type CohortMembershipId = Id<'CohortMembershipId'>;

export const CohortKind = z.enum(['priority_population', 'pilot_group', 'study_cohort']);
export type CohortKind = z.infer<typeof CohortKind>;

/** Follows from its days. */
export const CohortStatus = z.enum(['not_yet', 'running', 'ended']);
export type CohortStatus = z.infer<typeof CohortStatus>;

/** Joined, or counted beside those who did: a comparison of which nobody but who looks after them knows who is in it. */
export const CohortArm = z.enum(['joined', 'comparison']);
export type CohortArm = z.infer<typeof CohortArm>;

/** Null where there are some, but fewer than may be shown. */
const ShownCount = z.number().int().nullable();

export const Cohort = z.object({
  cohortId: CohortId,
  kind: CohortKind,
  name: LocalizedText,
  description: LocalizedText.nullable(),
  purpose: LocalizedText,
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  startsOn: IsoDate,
  lastDay: IsoDate.nullable(),
  capacity: z.number().int().nullable(),
  hasComparison: z.boolean(),
  criteria: Criteria,
  status: CohortStatus,
  /** What a consent must cover for these criteria to be asked at all. */
  categories: z.array(DataCategory),
  members: ShownCount,
  comparison: ShownCount,
  isFull: z.boolean(),
  /** Whether the reader's own organisation runs it. */
  isRun: z.boolean(),
  version: z.number().int(),
});
export type Cohort = z.infer<typeof Cohort>;

const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.null(), z.literal('').transform(() => null), shape]).default(null);

const FIELDS = Criteria.extend({
  kind: CohortKind,
  name: LocalizedText,
  description: optionalText,
  purpose: LocalizedText,
  organisationId: z.uuid(),
  startsOn: IsoDate,
  lastDay: optional(IsoDate),
  capacity: optional(z.coerce.number().int().min(1).max(1_000_000)),
  hasComparison: z.boolean().default(false),
});

export const NewCohort = FIELDS;
export type NewCohort = z.infer<typeof NewCohort>;

export const ChangedCohort = FIELDS.extend({ cohortId: CohortId, version: z.coerce.number().int() });
export type ChangedCohort = z.infer<typeof ChangedCohort>;

export const CohortMember = z.object({
  membershipId: CohortMembershipId,
  personId: PersonId,
  displayName: z.string().nullable(),
  areaId: z.uuid().nullable(),
  createdAt: IsoDateTime,
  arm: CohortArm,
  joinedAt: IsoDateTime,
  /** Whether the reader's own organisation let them join, and may open their record. */
  isOurs: z.boolean(),
});
export type CohortMember = z.infer<typeof CohortMember>;

/** Somebody who fits, and agreed that it is asked; whoever looks after them decides with them. */
export const Proposal = z.object({
  personId: PersonId,
  displayName: z.string().nullable(),
  areaId: z.uuid().nullable(),
  createdAt: IsoDateTime,
});
export type Proposal = z.infer<typeof Proposal>;

/** How a person stands to a cohort; nothing is asked of their record before they agreed. */
export const CohortStanding = z.enum(['member', 'consent_needed', ...Fit.options]);
export type CohortStanding = z.infer<typeof CohortStanding>;

export const LeaveReason = z.enum(['asked', 'completed', 'moved_away', 'fits_no_more', 'consent_over']);
export type LeaveReason = z.infer<typeof LeaveReason>;

export const PersonCohort = z.object({
  cohort: Cohort,
  standing: CohortStanding,
  /** What is not known, or does not hold, of those who agreed. */
  missing: z.array(CriterionAttribute),
  membershipId: CohortMembershipId.nullable(),
  arm: CohortArm.nullable(),
  since: IsoDateTime.nullable(),
});
export type PersonCohort = z.infer<typeof PersonCohort>;

export const PastMembership = z.object({
  cohortId: CohortId,
  name: LocalizedText,
  joinedAt: IsoDateTime,
  leftAt: IsoDateTime,
  reason: LeaveReason,
});
export type PastMembership = z.infer<typeof PastMembership>;
