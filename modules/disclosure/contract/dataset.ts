import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Policy, PolicyPreset } from './policy.ts';
import { CellState, Cut, Detail, ReleasedTable } from './table.ts';

export const DatasetCode = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_.-]{1,79}$/);

/** The reason of the policy that a dataset began with: nobody chose it. */
export const BEGUN = 'begun';

export const PolicyState = z.enum(['asked', 'standing', 'replaced', 'refused']);
export type PolicyState = z.infer<typeof PolicyState>;

/** One policy of a dataset: who set it is known to its history by account; here it is only said whether the reader did. */
export const KeptPolicy = z.object({
  policyId: z.uuid(),
  policy: Policy,
  preset: PolicyPreset.nullable(),
  reason: z.string(),
  state: PolicyState,
  askedBy: z.uuid().nullable(),
  askedAt: IsoDateTime,
  answeredBy: z.uuid().nullable(),
  answeredAt: IsoDateTime.nullable(),
  answerNote: z.string().nullable(),
  isOwn: z.boolean(),
});
export type KeptPolicy = z.infer<typeof KeptPolicy>;

export const Dataset = z.object({
  datasetCode: DatasetCode,
  name: LocalizedText,
  policy: Policy,
  preset: PolicyPreset.nullable(),
  isAsked: z.boolean(),
  releases: z.number().int(),
  lastReleasedAt: IsoDateTime.nullable(),
});
export type Dataset = z.infer<typeof Dataset>;

export const ReleaseState = z.enum(['standing', 'replaced']);
export type ReleaseState = z.infer<typeof ReleaseState>;

export const ReleaseCard = z.object({
  releaseId: z.uuid(),
  cut: Cut,
  dimensions: z.array(z.string()),
  state: ReleaseState,
  detail: Detail,
  shown: z.number().int(),
  suppressed: z.number().int(),
  releasedAt: IsoDateTime,
});
export type ReleaseCard = z.infer<typeof ReleaseCard>;

export const Release = ReleaseCard.extend({
  datasetCode: DatasetCode,
  name: LocalizedText,
  policy: Policy,
  table: ReleasedTable,
});
export type Release = z.infer<typeof Release>;

/** Which of the two printed numbers of a cell. */
export const CellNumber = z.enum(['count', 'outOf']);
export type CellNumber = z.infer<typeof CellNumber>;

/** What an attacker can say of one suppressed number from all that was told; no upper bound is null. */
export const AuditedCell = z.object({
  at: z.array(z.string()),
  number: CellNumber,
  state: CellState,
  low: z.number().int(),
  high: z.number().int().nullable(),
  isAllowed: z.boolean(),
});
export type AuditedCell = z.infer<typeof AuditedCell>;

export const Audit = z.object({
  release: Release,
  cells: z.array(AuditedCell),
  /** How many suppressed numbers there are; only so many are worked out at once. */
  suppressed: z.number().int(),
});
export type Audit = z.infer<typeof Audit>;

const reason = z.string().trim().min(3).max(2000);

export const AskPolicy = Policy.extend({ datasetCode: DatasetCode, reason });
export type AskPolicy = z.infer<typeof AskPolicy>;

export const AnswerPolicy = z.object({
  policyId: z.uuid(),
  agrees: z.boolean(),
  note: z.string().trim().max(2000).nullable().default(null),
});
export type AnswerPolicy = z.infer<typeof AnswerPolicy>;
