import { dayIn, refuse, textIn } from '@qantara/kernel';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { isLate } from '../domain/index.ts';
import { findAnyBody, type GovernanceCtx, type StoredBody } from './body-store.ts';
import { isFeedKey } from './feed-path-of.ts';
import { getVisibleBody } from './keep-bodies.ts';
import { findSeen } from './keep-meetings.ts';
import { listMeetingsOf, type StoredMeeting } from './meeting-store.ts';

const MINUTE = 60_000;

/** Meetings as iCalendar (RFC 5545). Nobody who sits is named in it, and what it says of a meeting is what invites to it. */
function calendarOf(
  ctx: GovernanceCtx,
  body: StoredBody,
  meetings: StoredMeeting[],
): { name: string; content: string } {
  const calendar = ical({
    name: textIn(body.name, ctx.locale).text,
    prodId: { company: 'Qantara', product: 'governance', language: ctx.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of meetings) {
    const start = new Date(meeting.startsAt);
    calendar.createEvent({
      id: `${meeting.meetingId}@${new URL(ctx.outside.address).hostname}`,
      sequence: meeting.version,
      stamp: ctx.now,
      start,
      end: new Date(start.getTime() + meeting.lastsMinutes * MINUTE),
      summary: `${textIn(body.name, ctx.locale).text}: ${textIn(meeting.title, ctx.locale).text}`,
      location: meeting.place,
      url: meeting.link,
      status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return { name: `meeting-${body.bodyId.slice(-8)}.ics`, content: calendar.toString() };
}

/** One meeting as a file for somebody's own calendar. */
export async function getMeetingCalendar(ctx: GovernanceCtx, { meetingId }: { meetingId: string }) {
  const { meeting, body } = await findSeen(ctx, meetingId);
  return calendarOf(ctx, body, [meeting]);
}

/** A body's meetings for a program that subscribes: its secret address is the key. Refuses `calendar_not_found`. */
export async function getBodyCalendar(ctx: GovernanceCtx, { bodyId, key }: { bodyId: string; key: string }) {
  const body = await findAnyBody(ctx, bodyId);
  if (body === undefined || !isFeedKey(ctx, body, key)) return refuse('calendar_not_found');
  return calendarOf(ctx, body, await listMeetingsOf(ctx, bodyId));
}

/** The meetings of a body, the newest first, and whether it should have met by now. */
export async function listMeetings(ctx: GovernanceCtx, { bodyId }: { bodyId: string }) {
  const body = await getVisibleBody(ctx, bodyId);
  const stored = await listMeetingsOf(ctx, bodyId);
  const dayOf = (at: Date | string): string => dayIn(ctx.timeZone, new Date(at));
  const days = (isPlanned: boolean): string[] =>
    stored
      .filter(({ state }) => state !== 'cancelled' && (state === 'planned') === isPlanned)
      .map(({ startsAt }) => dayOf(startsAt));
  const rhythm = { everyMonths: body.meetsEveryMonths, began: dayOf(body.createdAt) };
  const meetings = stored.map(({ minutes: _m, seatsFilled: _s, version: _v, minutesAuthors: _b, ...line }) => line);
  const met = { ...rhythm, held: days(false), planned: days(true) };
  return { meetings, isLate: body.closedOn === null && isLate(met, dayOf(ctx.now)) };
}
