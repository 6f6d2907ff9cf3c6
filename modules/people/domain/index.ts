export { consentCovers, findCover, isLive, type Sharing } from './consent-covers.ts';
export { askedNameKeys, nameKeys, nameTokens } from './name-tokens.ts';
export { mayWithPerson, type PersonAction } from './policy.ts';
