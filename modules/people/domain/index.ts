export { consentCovers, findCover, isLive, type Sharing } from './consent-covers.ts';
export { LEAST_SCORE, scorePair, type Compared, type PairScore } from './duplicates/score-pair.ts';
export { birthInterval, isOneDay, mayBeOneBirth } from './names/birth-interval.ts';
export { askedNameKeys, nameKeys, nameTokens } from './names/name-tokens.ts';
export { askedNearKeys, nearNameKeys } from './names/near-keys.ts';
export { mayWithPerson, type PersonAction } from './policy.ts';
export { contactKey } from './safe-contact/contact-key.ts';
export { contactWays, withMessage } from './safe-contact/contact-ways.ts';
export { mayContactNow, refusalOf, type MayContact, type Moment } from './safe-contact/may-contact-now.ts';
