import { serverModule } from '@qantara/platform';
import { referralsRoutes } from '../contract/index.ts';
import { listRules, removeDeadlineRule, saveDeadlineRule } from './deadlines/deadline-store.ts';
import { claimRequest, listOpenRequests, passRequest } from './open/claim-request.ts';
import { findServicesFor } from './matching/find-services-for.ts';
import { confirmHelp, followRequest } from './follow-request.ts';
import { handOver, listColleagues } from './hand-over.ts';
import { getReferral, listReferralsOf } from './open-referral.ts';
import { listCameBack } from './onward/onward-store.ts';
import { leaveOnward, listOnwardServices, passOn, settleOnward } from './onward/pass-on.ts';
import { addGoal, changeLead, endGoal, getCarePlan, getMyPlan, reviewPlan, startPlan } from './plan/keep-plan.ts';
import {
  listMessages,
  listMyMessages,
  listUnread,
  readMessages,
  writeMessage,
  writeMyMessage,
} from './own/keep-messages.ts';
import { OWN_NEWS } from './own/tell-news-of-words.ts';
import { getMyWords, tellMore } from './own/tell-word.ts';
import { endOffers, withdrawRequest } from './own/withdraw-request.ts';
import { sendOpen, turnOpen } from './open/send-open.ts';
import { sendReferrals } from './sending/send-referrals.ts';
import { takeStep } from './take-step.ts';
import { NEWS } from './tell-news.ts';
import type { ReferralsTables } from './tables.gen.ts';
import { walkDue } from './deadlines/walk-due.ts';
import {
  getWaitList,
  leaveAfterConsent,
  leaveWaitList,
  listWaitLists,
  moveForward,
  saveWaitRule,
} from './waiting/keep-list.ts';
import { answerMyOffer, answerOffer, expireOffers, offerAfterDecline, offerPlace } from './waiting/offer-place.ts';
import { getWorklist } from './worklist-view.ts';

export { oldMessages } from './own/old-message-store.ts';
export { listReferredPeople, oldCarePlans, oldReferrals } from './old-referral-store.ts';
export { findStanding } from './find-standing.ts';
export { sendReferrals } from './sending/send-referrals.ts';
export { listSentOf, type SentReferral } from './sending/sent-view.ts';
export { openReferral } from './open-referral.ts';
export { listSharedWith } from './worklist-view.ts';
export {
  findGoalPerson,
  listReferralPage,
  type PagedReferral,
  type ReferralQuestion,
} from './wire/referral-page-view.ts';
import { measures } from './lists/measures-view.ts';
export { listVisibleReferrals, listWaitingForUs, type ListedReferral } from './lists/visible-view.ts';
export { listReferralsForFile, type FiledReferral, type FileFilter } from './lists/file-view.ts';
export { checkWordsFromPartner, takeStep } from './take-step.ts';

export const referralsModule = serverModule<typeof referralsRoutes, ReferralsTables>({
  name: 'referrals',
  routes: referralsRoutes,
  measures,
  handlers: {
    getWorklist,
    getReferral,
    listReferralsOf,
    findServicesFor,
    sendReferrals,
    acceptReferral: (ctx, given) => takeStep(ctx, 'accept', given),
    rejectReferral: (ctx, given) => takeStep(ctx, 'reject', given),
    startReferral: (ctx, given) => takeStep(ctx, 'start', given),
    holdReferral: (ctx, given) => takeStep(ctx, 'hold', given),
    resumeReferral: (ctx, given) => takeStep(ctx, 'resume', given),
    completeReferral: (ctx, given) => takeStep(ctx, 'complete', given),
    failReferral: (ctx, given) => takeStep(ctx, 'fail', given),
    cancelReferral: (ctx, given) => takeStep(ctx, 'cancel', given),
    voidReferral: (ctx, given) => takeStep(ctx, 'void', given),
    followRequest,
    confirmHelp,
    listDeadlineRules: async (ctx) => ({ rules: await listRules(ctx.db) }),
    saveDeadlineRule,
    removeDeadlineRule,
    listColleagues,
    handOver,
    sendOpen,
    turnOpen,
    listOpenRequests,
    claimRequest,
    passRequest,
    passOn,
    listOnwardServices,
    listCameBack: async (ctx) => ({ cameBack: await listCameBack(ctx) }),
    leaveOnward,
    getCarePlan,
    startPlan,
    reviewPlan,
    changeLead,
    addGoal,
    endGoal,
    getMyPlan,
    listWaitLists,
    getWaitList,
    saveWaitRule,
    offerPlace,
    moveForward,
    answerOffer,
    leaveWaitList,
    answerMyOffer,
    listMyMessages,
    writeMyMessage,
    listMessages,
    writeMessage,
    readMessages,
    listUnread,
    getMyWords,
    tellMore,
    withdrawRequest,
  },
  subscribers: [
    ...NEWS,
    ...OWN_NEWS,
    { event: 'referral.withdrawn', name: 'referrals.end-offers', handle: endOffers },
    { event: 'referral.passed_on', name: 'referrals.settle-onward', handle: settleOnward },
    { event: 'referral.place_declined', name: 'referrals.offer-next', handle: offerAfterDecline },
    { event: 'consent.withdrawn', name: 'referrals.leave-lists', handle: leaveAfterConsent },
  ],
  jobs: [
    { name: 'referrals.walk-due', cron: '*/5 * * * *', run: walkDue },
    { name: 'referrals.expire-offers', cron: '*/5 * * * *', run: expireOffers },
  ],
});
