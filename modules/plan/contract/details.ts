import { PopulationGroup } from '@qantara/governance/contract';
import { IsoDate, IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ItemId, Lever, Progress } from './plan.ts';

const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const optional = <T extends z.ZodType>(shape: T) => z.preprocess(blank, shape.nullable()).default(null);

/** What a factor is about, for grouping: the person, the family, school and work, the neighbourhood, society. */
export const FactorCategory = z.enum(['person', 'family', 'school_work', 'neighbourhood', 'society']);
export type FactorCategory = z.infer<typeof FactorCategory>;

/** What makes harm likelier (risk), or less likely (protective); named in our own words. */
export const Factor = z.enum([
  'risk_distress',
  'risk_addiction',
  'risk_past_violence',
  'risk_family_violence',
  'risk_family_debt',
  'risk_parent_alone',
  'risk_leaving_school',
  'risk_no_work',
  'risk_unsafe_street',
  'risk_bad_housing',
  'risk_no_services',
  'risk_poverty',
  'risk_exclusion',
  'protective_skills',
  'protective_health',
  'protective_caring_adult',
  'protective_family_support',
  'protective_school',
  'protective_work',
  'protective_neighbours',
  'protective_safe_places',
  'protective_services',
  'protective_rights',
]);
export type Factor = z.infer<typeof Factor>;

export const PromiseState = z.enum(['open', 'kept', 'dropped']);
export type PromiseState = z.infer<typeof PromiseState>;
export const FundingSource = z.enum(['domestic', 'donor', 'cooperation']);
export type FundingSource = z.infer<typeof FundingSource>;
export const EvidenceKind = z.enum(['study', 'evaluation', 'figures', 'lived_experience', 'practice']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export const ProgrammeKind = z.enum(['grant', 'course', 'campaign', 'service', 'other']);
export type ProgrammeKind = z.infer<typeof ProgrammeKind>;

const WebAddress = z.url({ protocol: /^https$/ }).max(500);

/** An organisation beside the lead, and what it promised. */
export const Partner = z.object({
  organisationId: z.uuid(),
  promise: LocalizedText,
  state: PromiseState.default('open'),
});
export type Partner = z.infer<typeof Partner>;

export const Milestone = z.object({ dueOn: IsoDate, words: LocalizedText, doneOn: optional(IsoDate) });
export type Milestone = z.infer<typeof Milestone>;

/** Money of one source, as planned and as spent so far. */
export const BudgetLine = z.object({
  words: LocalizedText,
  source: FundingSource,
  funder: z.string().trim().max(200).default(''),
  currency: z.string().regex(/^[A-Z]{3}$/),
  planned: z.coerce.number().min(0).max(1e12),
  spent: optional(z.coerce.number().min(0).max(1e12)),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

export const Evidence = z.object({ words: LocalizedText, kind: EvidenceKind, link: optional(WebAddress) });
export type Evidence = z.infer<typeof Evidence>;

/** A service of the directory by its identifier; anything else by its name, and its address where it has one. */
export const LinkedProgramme = z.object({
  kind: ProgrammeKind,
  serviceId: optional(z.uuid()),
  name: LocalizedText,
  link: optional(WebAddress),
});
export type LinkedProgramme = z.infer<typeof LinkedProgramme>;

/** How an effort is to work, from what goes in to what changes: a few short words each. */
export const LogicModel = z.object({
  inputs: z.array(LocalizedText).max(6).default([]),
  activities: z.array(LocalizedText).max(6).default([]),
  outputs: z.array(LocalizedText).max(6).default([]),
  outcomes: z.array(LocalizedText).max(6).default([]),
});
export type LogicModel = z.infer<typeof LogicModel>;

/** A row in which nothing was written or chosen; what a choice begins with is nothing written. */
function isBlankRow(row: unknown): boolean {
  if (row === null || row === undefined || row === '' || row === false) return true;
  return typeof row === 'object' && Object.entries(row).every(([name, value]) => name === 'state' || isBlankRow(value));
}

/** Rows as a form sends them: those left blank are none. */
const rowsOf = <T extends z.ZodType>(shape: T, most: number) =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value.filter((row) => !isBlankRow(row)) : value),
      z.array(shape).max(most),
    )
    .default([]);
const LogicRows = z.preprocess(
  (value) =>
    Object.fromEntries(
      Object.entries(value ?? {}).map(([name, rows]) => [
        name,
        Array.isArray(rows) ? rows.filter((row) => !isBlankRow(row)) : rows,
      ]),
    ),
  LogicModel,
);

/** All that a node of a plan says beside its place, words, targets and progress. What fits its kind is asked (`SECTIONS_OF`). */
export const ItemDetails = z.object({
  /** The colleague who answers for it: of the organisation that leads it. Never public, never in a file. */
  ownerAccountId: optional(z.uuid()),
  /** The levers that it pulls beside the first one, which stands on the node itself. */
  levers: z.array(Lever).default([]),
  populations: z.array(PopulationGroup).default([]),
  areaIds: z.array(z.uuid()).max(100).default([]),
  factors: z.array(Factor).default([]),
  partners: rowsOf(Partner, 30),
  milestones: rowsOf(Milestone, 30),
  budget: rowsOf(BudgetLine, 30),
  evidence: rowsOf(Evidence, 20),
  programmes: rowsOf(LinkedProgramme, 20),
  logic: LogicRows.default({ inputs: [], activities: [], outputs: [], outcomes: [] }),
});
export type ItemDetails = z.infer<typeof ItemDetails>;

/** What was once said of a node: how it goes, and the story in the language of whoever wrote it. */
export const News = z.object({
  newsId: z.uuid(),
  progress: Progress.nullable(),
  shareDone: z.number().int().nullable(),
  story: z.string(),
  storyLocale: Locale,
  /** What stands in the way; for those who lead, never public. */
  obstacle: z.string(),
  by: z.enum(['planner', 'owner', 'link']),
  saidAt: IsoDateTime,
});
export type News = z.infer<typeof News>;

/** The parts of a node that are written apart from one another. */
export const Section = z.enum(['about', 'partners', 'milestones', 'budget', 'evidence', 'programmes', 'logic']);
export type Section = z.infer<typeof Section>;

export const SaveDetails = ItemDetails.extend({ itemId: ItemId, version: z.coerce.number().int(), section: Section });
