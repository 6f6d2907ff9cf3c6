import { route } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerScreening, AskForHelp, RecordScreening, Screening, ScreeningId, WaitingRequest } from './screening.ts';

const ById = z.object({ screeningId: ScreeningId });

export const screeningRoutes = {
  askForHelp: route({
    path: 'POST /requests',
    may: 'anyone',
    input: AskForHelp,
    output: z.object({ accessCode: z.string() }),
    refusals: ['contact_needed', 'want_without_need', 'need_not_found', 'too_many_requests_from_here'],
  }),
  listWaiting: route({
    path: 'GET /requests/waiting',
    may: 'screening:read',
    input: z.object({}),
    output: z.object({ requests: z.array(WaitingRequest), hasMore: z.boolean() }),
    refusals: [],
    offline: 'read',
  }),
  takeRequest: route({
    path: 'POST /requests/:screeningId/take',
    may: 'screening:record',
    input: ById,
    output: Screening,
    refusals: ['screening_not_found', 'already_taken'],
  }),
  listTaken: route({
    path: 'GET /requests/taken',
    may: 'screening:read',
    input: z.object({}),
    output: z.object({ requests: z.array(WaitingRequest.extend({ personId: z.uuid() })) }),
    refusals: [],
    offline: 'read',
  }),
  recordScreening: route({
    path: 'POST /screenings',
    may: 'screening:record',
    input: RecordScreening,
    output: z.object({ screening: Screening, accessCode: z.string() }),
    refusals: ['person_not_found', 'want_without_need', 'need_not_found'],
  }),
  answerScreening: route({
    path: 'POST /people/:personId/screenings',
    may: 'screening:record',
    input: AnswerScreening,
    output: z.object({ screening: Screening, accessCode: z.string() }),
    refusals: [
      'person_not_found',
      'form_not_found',
      'form_finds_nothing',
      'need_not_found',
      'answers_changed',
      'response_not_found',
    ],
  }),
  listScreeningsOf: route({
    path: 'GET /people/:personId/screenings',
    may: 'screening:read',
    input: z.object({ personId: z.uuid() }),
    output: z.object({ screenings: z.array(Screening) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  closeScreening: route({
    path: 'POST /screenings/:screeningId/close',
    may: 'screening:record',
    input: ById,
    output: Screening,
    refusals: ['screening_not_found', 'screening_not_taken'],
  }),
};
