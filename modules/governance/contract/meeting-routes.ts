import { route } from '@qantara/kernel';
import { z } from 'zod';
import { BodyId } from './body.ts';
import {
  HeldMeeting,
  Meeting,
  MeetingId,
  MeetingLine,
  NewAgendaItem,
  NewDecision,
  NewMeeting,
  WrittenMinutes,
} from './meeting.ts';

const one = z.object({ meetingId: MeetingId });
const KEPT = ['meeting_not_found', 'not_the_secretary', 'meeting_not_open'] as const;
const File = z.object({ name: z.string(), content: z.string() });

/** Meetings of a body; its secretary keeps them. */
export const meetingRoutes = {
  listMeetings: route({
    path: 'GET /governance/bodies/:bodyId/meetings',
    may: 'governance:read',
    input: z.object({ bodyId: BodyId }),
    output: z.object({ meetings: z.array(MeetingLine), isLate: z.boolean() }),
    refusals: ['body_not_found'],
  }),
  getMeeting: route({
    path: 'GET /governance/meetings/:meetingId',
    may: 'governance:read',
    input: one,
    output: Meeting,
    refusals: ['meeting_not_found'],
  }),
  getMeetingCalendar: route({
    path: 'GET /governance/meetings/:meetingId/calendar',
    may: 'governance:read',
    input: one,
    output: File,
    refusals: ['meeting_not_found'],
  }),
  getBodyCalendar: route({
    path: 'GET /governance/calendar/:bodyId/:key',
    may: 'anyone',
    input: z.object({ bodyId: BodyId, key: z.string().max(100) }),
    output: File,
    refusals: ['calendar_not_found'],
  }),
  planMeeting: route({
    path: 'POST /governance/bodies/:bodyId/meetings',
    may: 'governance:read',
    input: NewMeeting,
    output: Meeting,
    refusals: ['body_closed', 'body_not_found', 'not_the_secretary'],
  }),
  addAgendaItem: route({
    path: 'POST /governance/meetings/:meetingId/agenda',
    may: 'governance:read',
    input: NewAgendaItem,
    output: Meeting,
    refusals: [...KEPT, 'organisation_not_found'],
  }),
  cancelMeeting: route({
    path: 'POST /governance/meetings/:meetingId/cancel',
    may: 'governance:read',
    input: one,
    output: Meeting,
    refusals: KEPT,
  }),
  holdMeeting: route({
    path: 'POST /governance/meetings/:meetingId/hold',
    may: 'governance:read',
    input: HeldMeeting,
    output: Meeting,
    refusals: [...KEPT, 'meeting_not_begun', 'holding_not_found', 'organisation_not_found'],
  }),
  addDecision: route({
    path: 'POST /governance/meetings/:meetingId/decisions',
    may: 'governance:read',
    input: NewDecision,
    output: Meeting,
    refusals: [...KEPT, 'votes_incomplete', 'no_quorum'],
  }),
  writeMinutes: route({
    path: 'POST /governance/meetings/:meetingId/minutes',
    may: 'governance:read',
    input: WrittenMinutes,
    output: Meeting,
    refusals: [...KEPT, 'meeting_changed'],
  }),
  approveMinutes: route({
    path: 'POST /governance/meetings/:meetingId/approve',
    may: 'governance:read',
    input: one.extend({ version: z.coerce.number().int() }),
    output: Meeting,
    refusals: [...KEPT, 'minutes_missing', 'own_minutes', 'meeting_changed'],
  }),
  publishMinutes: route({
    path: 'POST /governance/meetings/:meetingId/publish',
    may: 'governance:read',
    input: one,
    output: Meeting,
    refusals: KEPT,
  }),
};
