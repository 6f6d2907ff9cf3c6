import { Answers } from '@qantara/forms/contract';
import { IsoDateTime, Locale, route } from '@qantara/kernel';
import { z } from 'zod';
import { OpenedWaiting, TakenAgain, WaitingAnswers, Whose } from './waiting.ts';

const ById = z.object({ deviceId: z.uuid() });

/** A browser that is known; `key` is half of what opens the copy on it. */
const KnownDevice = z.object({ deviceId: z.uuid(), secret: z.string(), key: z.string() });

/** The least that tells one person from another where there is no network. */
export const TakenPerson = z.object({ personId: z.uuid(), mark: z.string(), displayName: z.string().nullable() });
export type TakenPerson = z.infer<typeof TakenPerson>;

/** Whole answers that a colleague took where there was no network; of a person, or of somebody new who gave no name. */
export const TakenAnswers = z.object({
  personId: z.uuid().nullable(),
  formCode: z.string().min(1).max(60),
  version: z.coerce.number().int(),
  answers: Answers,
  channel: z.enum(['navigator', 'telephone', 'paper']),
  locale: Locale,
  /** By the device's clock. */
  takenAt: IsoDateTime,
});
export type TakenAnswers = z.infer<typeof TakenAnswers>;

/** As a device hands them over: accepted in whatever state the answers are, and judged after. */
export const HandedOver = TakenAnswers.extend({ answers: z.record(z.string().max(200), z.unknown()) });
export type HandedOver = z.infer<typeof HandedOver>;

/** By which a device tells our answer from that of a portal which asks for a password. */
export const RECEIVED = 'qantara.received';
/** They are here, and the device need not keep them: applied, or waiting for their author to decide. */
export const Receipt = z.object({ received: z.literal(RECEIVED), outcome: z.enum(['applied', 'waiting']) });

const Waiting = z.object({ waitingId: z.uuid() });

export const offlineRoutes = {
  addDevice: route({
    path: 'POST /devices',
    may: 'form:answer',
    input: z.object({}),
    output: KnownDevice,
    refusals: [],
  }),
  listDevices: route({
    path: 'GET /devices',
    may: 'form:answer',
    input: z.object({}),
    output: z.object({
      devices: z.array(z.object({ deviceId: z.uuid(), addedAt: IsoDateTime, endedAt: IsoDateTime.nullable() })),
    }),
    refusals: [],
  }),
  endDevice: route({
    path: 'POST /devices/:deviceId/end',
    may: 'form:answer',
    input: ById,
    output: z.object({ isEnded: z.boolean() }),
    refusals: ['device_not_found'],
  }),
  openDevice: route({
    path: 'POST /devices/:deviceId/key',
    may: 'form:answer',
    input: ById,
    output: z.object({ key: z.string() }),
    refusals: ['device_not_found'],
    reads: true,
  }),
  checkDevice: route({
    path: 'POST /devices/check',
    may: 'anyone',
    input: ById.extend({ secret: z.string().min(1).max(100) }),
    output: z.object({ received: z.literal(RECEIVED), isLive: z.boolean() }),
    refusals: [],
    reads: true,
  }),
  takePeople: route({
    path: 'POST /devices/:deviceId/people',
    may: 'form:answer',
    input: ById.extend({ personIds: z.array(z.uuid()).max(200) }),
    output: z.object({ received: z.literal(RECEIVED), people: z.array(TakenPerson) }),
    refusals: ['device_not_found'],
    opens: true,
  }),
  receiveAnswers: route({
    path: 'POST /taken-answers',
    may: 'form:answer',
    input: HandedOver,
    output: Receipt,
    refusals: [],
    offline: 'queue',
  }),
  listWaiting: route({
    path: 'GET /waiting-answers',
    may: 'form:answer',
    input: z.object({}),
    output: z.object({ waiting: z.array(WaitingAnswers) }),
    refusals: [],
  }),
  getWaiting: route({
    path: 'GET /waiting-answers/:waitingId',
    may: 'form:answer',
    input: Waiting,
    output: OpenedWaiting,
    refusals: ['waiting_answers_not_found'],
    opens: true,
  }),
  takeAgain: route({
    path: 'POST /waiting-answers/:waitingId/take',
    may: 'form:answer',
    input: Waiting.extend({ whose: Whose, personId: z.uuid().nullable().default(null) }),
    output: TakenAgain,
    refusals: [
      'waiting_answers_not_found',
      'person_not_found',
      'form_not_found',
      'answers_changed',
      'response_not_found',
      'need_not_found',
      'form_finds_nothing',
    ],
  }),
  throwAway: route({
    path: 'POST /waiting-answers/:waitingId/throw-away',
    may: 'form:answer',
    input: Waiting.extend({ reason: z.string().trim().min(3).max(500) }),
    output: z.object({ isGone: z.boolean() }),
    refusals: ['waiting_answers_not_found'],
  }),
};
