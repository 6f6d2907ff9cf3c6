import { IsoDate, route } from '@qantara/kernel';
import { z } from 'zod';
import { Breakdown, FigureTable, Indicator } from './indicator.ts';
import { NeedGap } from './need-gap.ts';
import { FigureRecord, ReasonMix } from './figure-record.ts';
import { scorecardRoutes } from './scorecard.ts';
import { seriesRoutes } from './series.ts';

const optional = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** What the staff may ask: any period, any area with all in it, any need, one breakdown. */
export const FigureQuestion = z.object({
  code: z.string().min(1).max(80),
  startsOn: optional(IsoDate),
  endsOn: optional(IsoDate),
  areaId: optional(z.uuid()),
  needCode: optional(z.string().max(60)),
  by: Breakdown.default('none'),
});
export type FigureQuestion = z.output<typeof FigureQuestion>;

/** Which cell of a figure the records are asked of, and whether those counted or all that they are counted out of. */
export const RecordsQuestion = FigureQuestion.extend({
  key: z.string().max(80).default(''),
  counted: z.preprocess((value) => value === 'true' || value === true, z.boolean()).default(false),
});
export type RecordsQuestion = z.output<typeof RecordsQuestion>;

/**
 * What anyone may ask: one whole year, one breakdown and no filter, so that no two answers can be taken from one
 * another to tell of a few people.
 */
export const PublicFigureQuestion = z.object({
  code: z.string().min(1).max(80),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  by: z.enum(['none', 'quarter', 'area', 'need']).default('none'),
});

/** Which gaps: a period, a year where none is named, and one need or area where it is named. */
export const GapQuestion = FigureQuestion.pick({ startsOn: true, endsOn: true, areaId: true, needCode: true });
export type GapQuestion = z.output<typeof GapQuestion>;

const tables = z.number().int();

/** How many tables were told anew, are as they were, stand as they were told before, or may not be told. */
export const ReleaseReport = z.object({ released: tables, unchanged: tables, stands: tables, refused: tables });
export type ReleaseReport = z.infer<typeof ReleaseReport>;

export const indicatorsRoutes = {
  listIndicators: route({
    path: 'GET /indicators',
    may: 'anyone',
    input: z.object({}),
    output: z.object({ indicators: z.array(Indicator) }),
    refusals: [],
    offline: 'read',
  }),
  getFigures: route({
    path: 'GET /indicators/:code/figures',
    may: 'indicator:read',
    input: FigureQuestion,
    output: FigureTable,
    refusals: ['indicator_not_found', 'ends_before_it_starts', 'breakdown_of_whole_year'],
  }),
  listFigureRecords: route({
    path: 'GET /indicators/:code/records',
    may: 'indicator:read',
    input: RecordsQuestion,
    output: z.object({ indicator: Indicator, records: z.array(FigureRecord), hasMore: z.boolean() }),
    refusals: ['indicator_not_found', 'ends_before_it_starts', 'breakdown_of_whole_year'],
  }),
  getReasons: route({
    path: 'GET /figure-reasons',
    may: 'indicator:read',
    input: FigureQuestion.omit({ code: true, by: true }),
    output: ReasonMix,
    refusals: ['ends_before_it_starts'],
  }),
  ...scorecardRoutes,
  ...seriesRoutes,
  getPublicFigures: route({
    path: 'GET /public/indicators/:code/figures',
    may: 'anyone',
    input: PublicFigureQuestion,
    output: FigureTable,
    refusals: ['indicator_not_found'],
  }),
  /** Tells everybody what may be told of our own counts by now; the night of each month's first day does the same. */
  releaseFigures: route({
    path: 'POST /figure-releases',
    may: 'indicator:approve',
    input: z.object({}),
    output: ReleaseReport,
    refusals: [],
  }),
  getNeedGaps: route({
    path: 'GET /need-gaps',
    may: 'gap:read',
    input: GapQuestion,
    output: z.object({ period: z.object({ startsOn: IsoDate, endsOn: IsoDate }), gaps: z.array(NeedGap) }),
    refusals: ['ends_before_it_starts'],
  }),
};
