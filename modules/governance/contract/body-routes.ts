import { LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import {
  Body,
  BodyId,
  ChangeBody,
  ChangeSeat,
  CloseBody,
  CloseSeat,
  EndedHolding,
  NewBody,
  NewHolding,
  NewSeat,
  ReopenBody,
  Seat,
} from './body.ts';

const TIES = ['organisation_not_found', 'body_not_found', 'charter_not_found', 'secretary_not_found'];

const one = z.object({ bodyId: BodyId });
const WithSeats = z.object({ body: Body, seats: z.array(Seat), mayKeep: z.boolean(), feedPath: z.string().nullable() });

/** Bodies and their seats. */
export const bodyRoutes = {
  listBodies: route({
    path: 'GET /governance/bodies',
    may: 'governance:read',
    input: z.object({}),
    output: z.object({ bodies: z.array(Body) }),
    refusals: [],
  }),
  getBody: route({
    path: 'GET /governance/bodies/:bodyId',
    may: 'governance:read',
    input: one,
    output: WithSeats,
    refusals: ['body_not_found'],
  }),
  listBodyChoices: route({
    path: 'GET /governance/choices',
    may: 'governance:write',
    input: z.object({}),
    output: z.object({
      colleagues: z.array(z.object({ accountId: z.uuid(), displayName: z.string() })),
      charters: z.array(z.object({ agreementId: z.uuid(), title: LocalizedText })),
    }),
    refusals: [],
  }),
  addBody: route({
    path: 'POST /governance/bodies',
    may: 'governance:write',
    input: NewBody,
    output: Body,
    refusals: TIES,
  }),
  changeBody: route({
    path: 'POST /governance/bodies/:bodyId',
    may: 'governance:write',
    input: ChangeBody,
    output: WithSeats,
    refusals: [...TIES, 'body_changed', 'body_closed', 'body_of_itself'],
  }),
  closeBody: route({
    path: 'POST /governance/bodies/:bodyId/close',
    may: 'governance:write',
    input: CloseBody,
    output: WithSeats,
    refusals: ['body_not_found', 'body_changed', 'body_closed', 'closes_later', 'closes_too_early', 'meetings_ahead'],
  }),
  reopenBody: route({
    path: 'POST /governance/bodies/:bodyId/reopen',
    may: 'governance:write',
    input: ReopenBody,
    output: WithSeats,
    refusals: ['body_not_found', 'body_changed', 'body_stands'],
  }),
  addSeat: route({
    path: 'POST /governance/bodies/:bodyId/seats',
    may: 'governance:write',
    input: NewSeat,
    output: WithSeats,
    refusals: ['body_not_found', 'body_closed', 'seat_of_no_population'],
  }),
  changeSeat: route({
    path: 'POST /governance/bodies/:bodyId/seats/:seatId',
    may: 'governance:write',
    input: ChangeSeat,
    output: WithSeats,
    refusals: ['body_not_found', 'body_closed', 'seat_not_found', 'seat_changed', 'seat_of_no_population'],
  }),
  closeSeat: route({
    path: 'POST /governance/bodies/:bodyId/seats/:seatId/close',
    may: 'governance:write',
    input: CloseSeat,
    output: WithSeats,
    refusals: ['body_not_found', 'body_closed', 'seat_not_found', 'seat_changed', 'closes_later', 'seat_held'],
  }),
  fillSeats: route({
    path: 'POST /governance/bodies/:bodyId/holdings',
    may: 'governance:write',
    input: NewHolding,
    output: WithSeats,
    refusals: [
      'body_not_found',
      'body_closed',
      'seat_not_found',
      'seat_taken',
      'organisation_not_found',
      'ends_before_start',
    ],
  }),
  endHolding: route({
    path: 'POST /governance/bodies/:bodyId/holdings/:holdingId/end',
    may: 'governance:write',
    input: EndedHolding,
    output: WithSeats,
    refusals: ['body_not_found', 'holding_not_found', 'ends_before_start', 'ends_later', 'ends_before_meeting'],
  }),
  renewFeed: route({
    path: 'POST /governance/bodies/:bodyId/feed',
    may: 'governance:read',
    input: one,
    output: WithSeats,
    refusals: ['body_not_found', 'not_the_secretary'],
  }),
};
