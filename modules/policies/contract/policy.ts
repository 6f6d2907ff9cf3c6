import { idOf, IsoDate, IsoDateTime, LocalizedText, optionalText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const PolicyId = idOf('PolicyId');
export type PolicyId = Id<'PolicyId'>;

/** Who may decide on it, from the town to what states agree on among themselves (D3.3). */
export const PolicyLevel = z.enum(['local', 'regional', 'national', 'international']);
export type PolicyLevel = z.infer<typeof PolicyLevel>;

export const PolicyKind = z.enum(['law', 'decree', 'by_law', 'strategy', 'convention', 'budget_rule', 'other']);
export type PolicyKind = z.infer<typeof PolicyKind>;

/** How far it is. */
export const PolicyStage = z.enum([
  'idea',
  'consultation',
  'draft',
  'before_body',
  'adopted',
  'in_force',
  'rejected',
  'withdrawn',
  'repealed',
]);
export type PolicyStage = z.infer<typeof PolicyStage>;

/** What we say of it. */
export const PolicyPosition = z.enum(['for', 'for_with_changes', 'against', 'watching']);
export type PolicyPosition = z.infer<typeof PolicyPosition>;

/** A node of a plan that it serves. */
export const ServedItem = z.object({
  itemId: z.uuid(),
  number: z.string(),
  title: LocalizedText,
  planId: z.uuid(),
  planName: LocalizedText,
});
export type ServedItem = z.infer<typeof ServedItem>;

export const ReachedStage = z.object({
  stage: PolicyStage,
  reachedOn: IsoDate,
  note: LocalizedText.nullable(),
  saidAt: IsoDateTime,
});
export type ReachedStage = z.infer<typeof ReachedStage>;

const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const day = z.preprocess(blank, IsoDate.nullable()).default(null);
const notBlank = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((one) => (one ?? '') !== '') : blank(value) === null ? [] : value;

/** An address of the open web, as a browser writes it. */
const Link = z
  .url({ protocol: /^https$/ })
  .max(500)
  .transform((address) => new URL(address).href);

/** A text, as it is written; where it stands is told apart. */
export const PolicyWords = z.object({
  level: PolicyLevel,
  kind: PolicyKind,
  title: LocalizedText,
  body: LocalizedText,
  changes: LocalizedText,
  position: PolicyPosition,
  reasons: optionalText,
  decidedBy: optionalText,
  decidedOn: day,
  nextOn: day,
  nextStep: optionalText,
  links: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/\s+/).filter((one) => one !== '') : notBlank(value)),
    z.array(Link).max(10),
  ),
  isPublic: z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean()).default(false),
  itemIds: z.preprocess(notBlank, z.array(z.uuid()).max(12)).default([]),
});
export type PolicyWords = z.infer<typeof PolicyWords>;

export const NewPolicy = PolicyWords.extend({ stage: PolicyStage, stageOn: IsoDate });
export type NewPolicy = z.infer<typeof NewPolicy>;
export const ChangePolicy = PolicyWords.extend({ policyId: PolicyId, version: z.coerce.number().int() });
export type ChangePolicy = z.infer<typeof ChangePolicy>;
export const MovePolicy = z.object({
  policyId: PolicyId,
  version: z.coerce.number().int(),
  stage: PolicyStage,
  reachedOn: IsoDate,
  note: optionalText,
});
export type MovePolicy = z.infer<typeof MovePolicy>;

export const Policy = z.object({
  policyId: PolicyId,
  level: PolicyLevel,
  kind: PolicyKind,
  title: LocalizedText,
  body: LocalizedText,
  changes: LocalizedText,
  stage: PolicyStage,
  stageOn: IsoDate,
  position: PolicyPosition,
  reasons: LocalizedText.nullable(),
  decidedBy: LocalizedText.nullable(),
  decidedOn: IsoDate.nullable(),
  nextOn: IsoDate.nullable(),
  nextStep: LocalizedText.nullable(),
  links: z.array(z.string()),
  isPublic: z.boolean(),
  version: z.number().int(),
  stages: z.array(ReachedStage),
  serves: z.array(ServedItem),
});
export type Policy = z.infer<typeof Policy>;

const none = <T extends z.ZodType>(shape: T) => z.preprocess(blank, shape.nullable()).default(null);
/** What a list is narrowed by. */
export const PolicyFilter = z.object({
  level: none(PolicyLevel),
  kind: none(PolicyKind),
  stage: none(PolicyStage),
  position: none(PolicyPosition),
  itemId: none(z.uuid()),
  planId: none(z.uuid()),
});
export type PolicyFilter = z.infer<typeof PolicyFilter>;
