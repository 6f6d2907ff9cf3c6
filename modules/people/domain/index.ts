export { classesOf, holdsClass } from './access/classes-of.ts';
export { glassUntil, isReviewLate, REVIEW_DAYS } from './access/glass-hours.ts';
export { maySee, mayWrite, readerOf, refusalOfWay, type Reader, type Way, type WayRefusal } from './access/ways.ts';
export { consentCovers, findCover, isLive, type Sharing } from './consent/consent-covers.ts';
export { faultOfGiver, type Giver, type GiverFault } from './consent/consent-giver.ts';
export { minorityOn } from './consent/minority.ts';
export {
  endOfOverride,
  isOverrideLive,
  needsAgreement,
  overrideCovers,
  OVERRIDE_HOURS,
} from './consent/override-covers.ts';
export { isResting, isStillAgreed, restsUntil, type Asked } from './consent/refusal-rests.ts';
export { listBases, type SharingBasis, type SharingWords } from './consent/sharing-basis.ts';
export { birthOf } from './corrections/birth-of.ts';
export { unchanged } from './corrections/unchanged.ts';
export { LEAST_SCORE, scorePair, type Compared, type PairScore } from './duplicates/score-pair.ts';
export { ageOn } from './household/age-on.ts';
export { compositionOf, isChild, OF_AGE } from './household/composition-of.ts';
export { birthInterval, isOneDay, mayBeOneBirth } from './names/birth-interval.ts';
export { askedNameKeys, nameKeys, nameTokens } from './names/name-tokens.ts';
export { askedNearKeys, nearNameKeys } from './names/near-keys.ts';
export { contactKey } from './safe-contact/contact-key.ts';
export { contactWays, withMessage } from './safe-contact/contact-ways.ts';
export {
  mayContactNow,
  refusalOf,
  type ContactGuard,
  type MayContact,
  type Moment,
} from './safe-contact/may-contact-now.ts';
