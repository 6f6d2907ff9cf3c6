import { IsoDate, IsoDateTime, LOCALES } from '@qantara/kernel';
import { z } from 'zod';
import { ItemKind, LevelCode } from './level.ts';
import { FrameworkArea, Lever, Progress, Reach, TargetKind } from './plan.ts';
import { ItemNumber } from './writing.ts';

/** What a plan's file says it is, and after which form it was written; a later form gets a later number. */
export const DOCUMENT_FORMAT = 'qantara-plan/1';

/** No plan that people read is longer; more than this is not taken from a file. */
export const MOST_NODES = 2000;
export const MOST_PLAN_FILE = 5_000_000;

/** What no file of tables can hold is taken out: control characters, halves of characters, returns of the carriage. */
function writable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '')
    .toWellFormed();
}

function writableAll(value: unknown): unknown {
  if (typeof value === 'string') return writable(value);
  if (Array.isArray(value)) return value.map(writableAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [writable(name), writableAll(one)]));
}

const asPlain = (value: unknown): unknown => (typeof value === 'string' ? writable(value).trim() : value);
const text = (most: number) => z.preprocess(asPlain, z.string().min(1).max(most));

function withoutBlanks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const said = Object.entries(value).map(([locale, one]) => [locale, asPlain(one)] as const);
  return Object.fromEntries(said.filter(([, one]) => one !== '' && one !== null && one !== undefined));
}

const short = z.string().max(20_000).optional();
/** Text in the languages that have any; blank ones are absent. */
const Words = z.preprocess(
  withoutBlanks,
  z.strictObject({ ar: short, fr: short, en: short }).refine((one) => LOCALES.some((locale) => one[locale])),
);
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable());

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
const OptionalWords = z.preprocess((value) => {
  const said = withoutBlanks(value);
  return isBlank(said) ? null : said;
}, Words.nullable());

/** A spreadsheet keeps fifteen digits. */
const Num = z
  .number()
  .min(-1e15)
  .max(1e15)
  .transform((value) => Number(value.toPrecision(15)) + 0);
const Uuid = z.uuid().transform((id) => id.toLowerCase());

const DocumentFacts = z.object({
  name: Words,
  vision: Words,
  reach: Reach,
  area: z.strictObject({ code: text(60), name: OptionalWords }),
  startsOn: IsoDate,
  endsOn: IsoDate,
  reportEveryMonths: z.int().min(1).max(24),
  reviewOn: optional(IsoDate),
  adoptedOn: optional(IsoDate),
  resolution: optional(text(200)),
  /** The plan that it is under, by name. */
  above: OptionalWords,
});

const DocumentLevel = z.object({ code: LevelCode, rank: z.int().min(1).max(12), kind: ItemKind, name: Words });

/** Who leads: by the identifier that this place knows it by, and by name for other places. */
const DocumentLead = z.strictObject({ organisationId: optional(Uuid), name: Words });

const DocumentNode = z.object({
  number: ItemNumber,
  parent: optional(ItemNumber),
  level: LevelCode,
  title: Words,
  description: OptionalWords,
  frameworkAreas: z.array(FrameworkArea).max(4),
  lever: optional(Lever),
  lead: DocumentLead.nullable(),
  weight: Num.pipe(z.number().gt(0).max(1000)),
  /** The node of a plan above that it serves: that plan by name, the node by number. */
  serves: z.strictObject({ plan: Words, number: ItemNumber }).nullable(),
  startsOn: optional(IsoDate),
  dueOn: optional(IsoDate),
  progress: optional(Progress),
  shareDone: optional(z.int().min(0).max(100)),
  reportedAt: optional(IsoDateTime),
  /** What else the program holds of a node, as it was told; carried whole. */
  details: z.preprocess(writableAll, z.record(z.string(), z.json()).nullable()),
});

const DocumentTarget = z.object({
  node: ItemNumber,
  indicator: z.strictObject({ code: text(80), name: OptionalWords }),
  kind: TargetKind,
  target: Num,
  tolerance: optional(Num.pipe(z.number().min(0))),
  baseline: optional(Num),
  /** There is a baseline, and it is not told here because it would tell of a few people. */
  baselineIsWithheld: z.boolean(),
  baselineStartsOn: optional(IsoDate),
  baselineEndsOn: optional(IsoDate),
  path: z.array(z.strictObject({ on: IsoDate, value: Num })).max(20),
  dueOn: IsoDate,
});

/** The parts of a plan's file, each with the shape of one of its rows. */
export const DOCUMENT_PARTS = {
  plan: DocumentFacts,
  levels: DocumentLevel,
  nodes: DocumentNode,
  targets: DocumentTarget,
};

/** A plan whole, for other programs and other places: nothing in it is an identifier of this one alone. */
export const PlanDocument = z.object({
  format: z.literal(DOCUMENT_FORMAT),
  plan: DocumentFacts,
  levels: z.array(DocumentLevel).min(1).max(24),
  nodes: z.array(DocumentNode).max(MOST_NODES),
  targets: z.array(DocumentTarget).max(MOST_NODES),
});
export type PlanDocument = z.output<typeof PlanDocument>;
export type DocumentPart = keyof typeof DOCUMENT_PARTS;
export type DocumentNode = PlanDocument['nodes'][number];
export type DocumentTarget = PlanDocument['targets'][number];
