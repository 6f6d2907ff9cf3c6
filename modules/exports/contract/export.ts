import { idOf, IsoDate, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import {
  Confirmation,
  OutcomeCode,
  Priority,
  ReasonCode,
  ReferralId,
  ReferralStatus,
} from '@qantara/referrals/contract';
import { AnswerChannel } from '@qantara/forms/contract';
import { z } from 'zod';

export const ExportId = idOf('ExportId');
export type ExportId = Id<'ExportId'>;

/** Which list leaves. */
export const ExportKind = z.enum(['referrals', 'screenings']);
export type ExportKind = z.infer<typeof ExportKind>;

export const ExportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What is still under way, what is over, or both. */
export const ExportedState = z.enum(['open', 'ended', 'all']);
export type ExportedState = z.infer<typeof ExportedState>;

const orNothing = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => null), shape, z.null()]).default(null);

/** A list by its filter: the first day is in it, the last is not. */
export const AskedExport = z.object({
  kind: ExportKind,
  format: ExportFormat,
  state: ExportedState.default('all'),
  needCode: orNothing(z.string().max(60)),
  startsOn: orNothing(IsoDate),
  endsOn: orNothing(IsoDate),
});
export type AskedExport = z.output<typeof AskedExport>;

/** A referral as a line of a file. */
export const ReferralLine = z.object({
  kind: z.literal('referrals'),
  referralId: ReferralId,
  personName: z.string().nullable(),
  needName: LocalizedText,
  serviceName: LocalizedText.nullable(),
  otherName: LocalizedText.nullable(),
  status: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  priority: Priority,
  outcomeCode: OutcomeCode.nullable(),
  confirmation: Confirmation.nullable(),
  sentAt: IsoDateTime,
  dueAt: IsoDateTime.nullable(),
  answeredAt: IsoDateTime.nullable(),
  endedAt: IsoDateTime.nullable(),
});
export type ReferralLine = z.infer<typeof ReferralLine>;

/** A screening as a line of a file: without a name. */
export const ScreeningLine = z.object({
  kind: z.literal('screenings'),
  screeningId: z.uuid(),
  receivedAt: IsoDateTime,
  status: z.enum(['waiting', 'taken', 'closed']),
  channel: AnswerChannel,
  isUrgent: z.boolean(),
  areaName: LocalizedText.nullable(),
  needNames: z.array(LocalizedText),
});
export type ScreeningLine = z.infer<typeof ScreeningLine>;

export const ExportLine = z.discriminatedUnion('kind', [ReferralLine, ScreeningLine]);
export type ExportLine = z.infer<typeof ExportLine>;

/** A list that left, for whoever took it. */
export const TakenExport = z.object({
  exportId: ExportId,
  kind: ExportKind,
  format: ExportFormat,
  rows: z.number().int(),
  isWhole: z.boolean(),
  begunAt: IsoDateTime,
});
export type TakenExport = z.infer<typeof TakenExport>;

/** Lists as files: begun once with their filter, then read batch by batch, each batch once. */
export const exportsRoutes = {
  listExports: route({
    path: 'GET /exports',
    may: 'referral:export',
    input: z.object({}),
    output: z.object({ exports: z.array(TakenExport) }),
    refusals: [],
  }),
  startExport: route({
    path: 'POST /exports',
    may: 'referral:export',
    input: AskedExport,
    output: z.object({ exportId: ExportId }),
    refusals: ['screenings_not_yours', 'last_day_before_first'],
  }),
  nextRows: route({
    path: 'POST /exports/:exportId/rows',
    may: 'referral:export',
    input: z.object({ exportId: ExportId }),
    output: z.object({ rows: z.array(ExportLine), isWhole: z.boolean() }),
    refusals: ['export_not_found'],
  }),
};
