import { PublicQuote } from '@qantara/disclosure/contract';
import { CutTable, FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import { idOf, IsoDate, IsoDateTime, LocalizedText, OptionalLocalizedText, type Id } from '@qantara/kernel';
import { Progress } from '@qantara/plan/contract';
import { PolicyLevel, PolicyPosition, PolicyStage } from '@qantara/policies/contract';
import { z } from 'zod';
import { PeriodCode, Rhythm, TemplateCode } from './template.ts';

export const ReportId = idOf('ReportId');
export type ReportId = Id<'ReportId'>;

/** A draft is written; approved by somebody else; published, frozen for good; superseded by its next edition. */
export const ReportState = z.enum(['draft', 'approved', 'published', 'superseded']);
export type ReportState = z.infer<typeof ReportState>;

const YearFigure = z.object({ year: z.number().int(), value: z.number().nullable(), state: FigureState });

/** What stood in a section on the day that it was gathered. A measure that is not kept here is left out. */
export const Content = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('years'),
    measures: z.array(z.object({ indicator: Indicator, figures: z.array(YearFigure) })),
  }),
  z.object({ kind: z.literal('parts'), year: z.number().int(), tables: z.array(FigureTable) }),
  z.object({ kind: z.literal('cuts'), measures: z.array(z.object({ indicator: Indicator, cuts: z.array(CutTable) })) }),
  z.object({
    kind: z.literal('work'),
    works: z.array(
      z.object({
        planId: z.uuid(),
        number: z.string(),
        title: LocalizedText,
        leadName: LocalizedText.nullable(),
        progress: Progress.nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('policies'),
    policies: z.array(
      z.object({
        title: LocalizedText,
        level: PolicyLevel,
        stage: PolicyStage,
        stageOn: IsoDate,
        position: PolicyPosition,
      }),
    ),
  }),
  z.object({ kind: z.literal('quotes'), quotes: z.array(PublicQuote) }),
]);
export type Content = z.infer<typeof Content>;

export const Section = z.object({
  code: z.string(),
  title: LocalizedText,
  lead: LocalizedText,
  contents: z.array(Content),
});
export type Section = z.infer<typeof Section>;

/** What whoever writes a report says of each section: what it means, and how far it can be trusted. */
export const Words = z.record(z.string().max(40), LocalizedText);
export type Words = z.infer<typeof Words>;

/** A report by its heading. */
export const ReportFacts = z.object({
  reportId: ReportId,
  templateCode: TemplateCode,
  title: LocalizedText,
  period: PeriodCode,
  startsOn: IsoDate,
  endsOn: IsoDate,
  edition: z.number().int(),
  state: ReportState,
  /** Why this edition was made after the one before it. */
  reason: LocalizedText.nullable(),
  gatheredAt: IsoDateTime,
  publishedAt: IsoDateTime.nullable(),
  version: z.number().int(),
});
export type ReportFacts = z.infer<typeof ReportFacts>;

export const Report = ReportFacts.extend({
  about: LocalizedText,
  sections: z.array(Section),
  words: Words,
  /** Whether something of it is the reader's own, words, figures or reason, so that somebody else approves it. */
  isOwn: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** As everybody reads it, with the editions there are. */
export const PublicReport = Report.omit({ isOwn: true }).extend({
  editions: z.array(ReportFacts.pick({ edition: true, publishedAt: true, reason: true })),
});
export type PublicReport = z.infer<typeof PublicReport>;

/** A template with its published reports, the newest first, and the period that a report is due of; null where none is. */
export const Shelf = z.object({
  templateCode: TemplateCode,
  title: LocalizedText,
  about: LocalizedText,
  rhythm: Rhythm,
  duePeriod: PeriodCode.nullable(),
  reports: z.array(ReportFacts),
});
export type Shelf = z.infer<typeof Shelf>;

const byReport = z.object({ reportId: ReportId });
export const ByReport = byReport;
export const StepOfReport = byReport.extend({ version: z.coerce.number().int() });
export type StepOfReport = z.infer<typeof StepOfReport>;
export const WriteWords = StepOfReport.extend({ section: z.string().max(40), words: OptionalLocalizedText });
export type WriteWords = z.infer<typeof WriteWords>;
export const StartReport = z.object({ templateCode: TemplateCode, period: PeriodCode });
export type StartReport = z.infer<typeof StartReport>;
export const NextEdition = byReport.extend({ reason: LocalizedText });
export type NextEdition = z.infer<typeof NextEdition>;
export const WriteReason = StepOfReport.extend({ reason: LocalizedText });
export type WriteReason = z.infer<typeof WriteReason>;
export const ReadReport = z.object({
  templateCode: TemplateCode,
  period: PeriodCode,
  edition: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).optional()),
});
export type ReadReport = z.infer<typeof ReadReport>;
