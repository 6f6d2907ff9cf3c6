import { route } from '@qantara/kernel';
import { z } from 'zod';
import { BreakGlass, GlassId, GlassItem, OpenGlass } from './glass.ts';
import { PersonId } from './person-id.ts';
import { AnswerLifting, AskLifting, LiftingId, Protection, ProtectPerson } from './protection.ts';

const done = z.object({ done: z.literal(true) });
const ofGlass = z.object({ glassId: GlassId });

/** What keeps a record from those who reach the person, and what opens it all the same in an emergency. */
export const protectionRoutes = {
  breakGlass: route({
    // A name is not put in an address, where it would stay in logs and histories.
    path: 'POST /emergencies',
    may: 'person:break_glass',
    input: BreakGlass,
    output: z.object({ glassId: GlassId.nullable() }),
    refusals: ['glass_needs_more', 'too_many_requests', 'not_signed_in'],
  }),
  listOwnGlasses: route({
    path: 'GET /emergencies',
    may: 'person:read',
    input: z.object({}),
    output: z.object({ own: z.array(GlassItem), ofOurs: z.array(GlassItem) }),
    refusals: ['not_signed_in'],
    opens: true,
  }),
  countGlasses: route({
    path: 'GET /emergencies/count',
    may: 'person:read',
    input: z.object({}),
    output: z.object({ count: z.number().int() }),
    refusals: [],
  }),
  getGlass: route({
    path: 'GET /emergencies/:glassId',
    may: 'person:break_glass',
    input: ofGlass,
    output: OpenGlass,
    refusals: ['glass_not_found'],
    opens: true,
  }),
  closeGlass: route({
    path: 'POST /emergencies/:glassId/close',
    may: 'person:break_glass',
    input: ofGlass,
    output: done,
    refusals: ['glass_not_found'],
  }),
  getProtection: route({
    path: 'GET /people/:personId/protection',
    may: 'person:classify',
    input: z.object({ personId: PersonId }),
    output: Protection,
    refusals: ['person_not_found'],
    opens: true,
  }),
  protectPerson: route({
    path: 'POST /people/:personId/protection',
    may: 'person:classify',
    input: ProtectPerson,
    output: done,
    refusals: ['person_not_found', 'class_not_held', 'class_unchanged', 'two_people_needed'],
  }),
  askLifting: route({
    path: 'POST /people/:personId/protection/lift',
    may: 'person:classify',
    input: AskLifting,
    output: z.object({ liftingId: LiftingId }),
    refusals: ['person_not_found', 'class_not_held', 'nothing_to_lift', 'not_signed_in'],
  }),
  answerLifting: route({
    path: 'POST /people/:personId/protection/lift/:liftingId/answer',
    may: 'person:classify',
    input: AnswerLifting,
    output: done,
    refusals: ['person_not_found', 'assent_not_found', 'assent_own', 'assent_closed', 'not_signed_in'],
  }),
  liftProtection: route({
    path: 'POST /people/:personId/protection/lift/:liftingId',
    may: 'person:classify',
    input: z.object({ personId: PersonId, liftingId: LiftingId }),
    output: done,
    refusals: ['person_not_found', 'assent_not_found', 'assent_not_agreed', 'class_not_held', 'not_signed_in'],
  }),
};
