import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { BodyId } from './body.ts';

export const MeetingId = idOf('MeetingId');
export type MeetingId = Id<'MeetingId'>;

/** Planned, held (minutes may be written), approved by a second person, published to all who may see the body; or cancelled. */
export const MeetingState = z.enum(['planned', 'held', 'approved', 'published', 'cancelled']);
export type MeetingState = z.infer<typeof MeetingState>;

export const Standing = z.enum(['present', 'excused', 'absent']);
export type Standing = z.infer<typeof Standing>;

const nothing = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const maybe = <T extends z.ZodType>(shape: T) => z.preprocess(nothing, shape.nullable()).default(null);
const votes = maybe(z.coerce.number().int().min(0).max(999));

export const AgendaItem = z.object({
  itemId: z.uuid(),
  title: LocalizedText,
  organisationName: LocalizedText.nullable(),
  lastsMinutes: z.number().int().nullable(),
});

export const Attendance = z.object({
  holdingId: z.uuid(),
  sitterName: z.string(),
  seatNames: z.array(LocalizedText),
  organisationName: LocalizedText,
  standing: Standing.nullable(),
});
export type Attendance = z.infer<typeof Attendance>;

export const Decision = z.object({
  decisionId: z.uuid(),
  number: z.number().int(),
  wording: LocalizedText,
  votesFor: z.number().int().nullable(),
  votesAgainst: z.number().int().nullable(),
  votesAbstained: z.number().int().nullable(),
});
export type Decision = z.infer<typeof Decision>;

export const MeetingLine = z.object({
  meetingId: MeetingId,
  bodyId: BodyId,
  state: MeetingState,
  title: LocalizedText,
  startsAt: IsoDateTime,
  lastsMinutes: z.number().int(),
  place: z.string().nullable(),
  link: z.string().nullable(),
});
export type MeetingLine = z.infer<typeof MeetingLine>;

export const Meeting = MeetingLine.extend({
  bodyName: LocalizedText,
  minutes: LocalizedText.nullable(),
  agenda: z.array(AgendaItem),
  attendance: z.array(Attendance),
  guests: z.array(z.object({ organisationId: z.uuid(), name: LocalizedText })),
  decisions: z.array(Decision),
  /** How many of the seats were present, of how many that were filled; null until it was held. */
  present: z.number().int(),
  seatsFilled: z.number().int().nullable(),
  hasQuorum: z.boolean().nullable(),
  mayKeep: z.boolean(),
  mayApprove: z.boolean(),
  version: z.number().int(),
});
export type Meeting = z.infer<typeof Meeting>;

export const NewMeeting = z.object({
  bodyId: BodyId,
  title: LocalizedText,
  onDay: z.iso.date(),
  atTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  lastsMinutes: z.coerce.number().int().min(15).max(600).default(120),
  place: maybe(z.string().trim().max(200)),
  link: maybe(z.url({ protocol: /^https$/ }).max(500)),
});
export type NewMeeting = z.infer<typeof NewMeeting>;

export const NewAgendaItem = z.object({
  meetingId: MeetingId,
  title: LocalizedText,
  organisationId: maybe(z.uuid()),
  lastsMinutes: maybe(z.coerce.number().int().min(1).max(600)),
});
export type NewAgendaItem = z.infer<typeof NewAgendaItem>;

/** Who was there: those who sit and are named neither present nor excused were absent. */
export const HeldMeeting = z.object({
  meetingId: MeetingId,
  presentIds: z.array(z.uuid()).max(200).default([]),
  excusedIds: z.array(z.uuid()).max(200).default([]),
  guestIds: z.array(z.uuid()).max(200).default([]),
});
export type HeldMeeting = z.infer<typeof HeldMeeting>;

export const WrittenMinutes = z.object({
  meetingId: MeetingId,
  minutes: LocalizedText,
  version: z.coerce.number().int(),
});
export type WrittenMinutes = z.infer<typeof WrittenMinutes>;

export const NewDecision = z.object({
  meetingId: MeetingId,
  wording: LocalizedText,
  votesFor: votes,
  votesAgainst: votes,
  votesAbstained: votes,
});
export type NewDecision = z.infer<typeof NewDecision>;
