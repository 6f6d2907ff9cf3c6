import { idOf, IsoDate, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { PopulationGroup } from './population.ts';

export const BodyId = idOf('BodyId');
export type BodyId = Id<'BodyId'>;
export const SeatId = idOf('SeatId');
export type SeatId = Id<'SeatId'>;

/** What a body is: a permanent table, a committee (advisory, steering or another), a coalition, a team, a voice of a sector. */
export const BodyKind = z.enum([
  'table',
  'advisory',
  'steering',
  'committee',
  'coalition',
  'data_resource',
  'sector_voice',
  'team',
]);
export type BodyKind = z.infer<typeof BodyKind>;

/** Whom a seat stands for. */
export const StandsFor = z.enum(['sector', 'population', 'area', 'role']);
export type StandsFor = z.infer<typeof StandsFor>;

/** Follows from who sits in it today, and until when. */
export const SeatStatus = z.enum(['empty', 'filled', 'ending_soon', 'to_come']);
export type SeatStatus = z.infer<typeof SeatStatus>;

/** Somebody of an organisation, by name and function only. */
export const Holding = z.object({
  holdingId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  sitterName: z.string(),
  sitterFunction: z.string(),
  startsOn: IsoDate,
  lastDay: IsoDate.nullable(),
});
export type Holding = z.infer<typeof Holding>;

export const Seat = z.object({
  seatId: SeatId,
  standsFor: StandsFor,
  /** Of a priority population, which; none where it stands for all. */
  populations: z.array(PopulationGroup),
  name: LocalizedText,
  isRequired: z.boolean(),
  status: SeatStatus,
  holdings: z.array(Holding),
  version: z.number().int(),
});
export type Seat = z.infer<typeof Seat>;

export const Body = z.object({
  bodyId: BodyId,
  kind: BodyKind,
  name: LocalizedText,
  purpose: LocalizedText,
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  parentBodyId: BodyId.nullable(),
  parentName: LocalizedText.nullable(),
  charterId: z.uuid().nullable(),
  meetsEveryMonths: z.number().int().nullable(),
  quorumPercent: z.number().int(),
  secretaryId: z.uuid().nullable(),
  required: z.number().int(),
  filled: z.number().int(),
  version: z.number().int(),
  /** The last day that it stood, and why it ended; null while it stands. */
  closedOn: IsoDate.nullable(),
  closedReason: z.string().nullable(),
});
export type Body = z.infer<typeof Body>;

const maybe = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable()).default(null);

export const NewBody = z.object({
  kind: BodyKind,
  name: LocalizedText,
  purpose: LocalizedText,
  organisationId: z.uuid(),
  parentBodyId: maybe(BodyId),
  charterId: maybe(z.uuid()),
  meetsEveryMonths: maybe(z.coerce.number().int().min(1).max(24)),
  quorumPercent: z.coerce.number().int().min(1).max(100).default(50),
  secretaryId: maybe(z.uuid()),
});
export type NewBody = z.infer<typeof NewBody>;

const version = z.coerce.number().int();
/** Why something ends. */
const reason = z.string().trim().min(3).max(500);

export const ChangeBody = NewBody.extend({ bodyId: BodyId, version });
export type ChangeBody = z.infer<typeof ChangeBody>;
export const CloseBody = z.object({ bodyId: BodyId, version, closedOn: IsoDate, reason });
export type CloseBody = z.infer<typeof CloseBody>;

export const ReopenBody = z.object({ bodyId: BodyId, version, reason });
export type ReopenBody = z.infer<typeof ReopenBody>;

export const NewSeat = z.object({
  bodyId: BodyId,
  standsFor: StandsFor,
  populations: z.array(PopulationGroup).max(14).default([]),
  name: LocalizedText,
  isRequired: z.boolean().default(false),
});
export type NewSeat = z.infer<typeof NewSeat>;

export const ChangeSeat = NewSeat.extend({ seatId: SeatId, version });
export type ChangeSeat = z.infer<typeof ChangeSeat>;
export const CloseSeat = CloseBody.extend({ seatId: SeatId });
export type CloseSeat = z.infer<typeof CloseSeat>;

/** One person may sit in several seats of a body at once, as the law lets them. */
export const NewHolding = z.object({
  bodyId: BodyId,
  seatIds: z.array(SeatId).min(1).max(30),
  organisationId: z.uuid(),
  sitterName: z.string().trim().min(1).max(120),
  sitterFunction: z.string().trim().min(1).max(120),
  startsOn: IsoDate,
  lastDay: maybe(IsoDate),
});
export type NewHolding = z.infer<typeof NewHolding>;

export const EndedHolding = z.object({ bodyId: BodyId, holdingId: z.uuid(), lastDay: IsoDate });
export type EndedHolding = z.infer<typeof EndedHolding>;
