import { route } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerOffer, LeaveList, ListedWaitList, MoveEntry, OfferPlace, SaveWaitRule, WaitList } from './waiting.ts';

const DONE = z.object({ done: z.literal(true) });

/** Waiting lists: their order, the places that are offered, and the answers to them. */
export const waitingRoutes = {
  listWaitLists: route({
    path: 'GET /wait-lists',
    may: 'referral:answer',
    input: z.object({}),
    output: z.object({ lists: z.array(ListedWaitList) }),
    refusals: [],
  }),
  getWaitList: route({
    path: 'GET /wait-lists/:serviceId',
    may: 'referral:answer',
    input: OfferPlace,
    output: WaitList,
    refusals: ['service_not_found'],
  }),
  saveWaitRule: route({
    path: 'POST /wait-lists/:serviceId/rule',
    may: 'referral:answer',
    input: SaveWaitRule,
    output: WaitList,
    refusals: ['service_not_found'],
  }),
  offerPlace: route({
    path: 'POST /wait-lists/:serviceId/offer',
    may: 'referral:answer',
    input: OfferPlace,
    output: DONE,
    refusals: ['service_not_found', 'offer_is_open', 'nobody_waits'],
  }),
  moveForward: route({
    path: 'POST /wait-lists/:serviceId/move',
    may: 'referral:answer',
    input: MoveEntry,
    output: WaitList,
    refusals: ['service_not_found', 'wait_entry_not_found', 'already_first'],
  }),
  answerOffer: route({
    path: 'POST /referrals/:referralId/offer',
    may: 'referral:cancel',
    input: AnswerOffer,
    output: DONE,
    refusals: ['referral_not_found', 'other_side_decides', 'no_open_offer'],
  }),
  leaveWaitList: route({
    path: 'POST /referrals/:referralId/leave-list',
    may: 'referral:cancel',
    input: LeaveList,
    output: DONE,
    refusals: ['referral_not_found', 'other_side_decides', 'wait_entry_not_found'],
  }),
  answerMyOffer: route({
    path: 'POST /my-request/:referralId/offer',
    may: 'request:confirm',
    input: AnswerOffer,
    output: DONE,
    refusals: ['referral_not_found', 'no_open_offer'],
  }),
};
