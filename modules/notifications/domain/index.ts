export { faultsOfWords, likelySize, MOST_PARTS, namesIn, type WrittenWords } from './check-words.ts';
export { fillWords, type FilledWords, type ShownValues } from './fill-words.ts';
export { letterPage } from './letter-page.ts';
export { isStopped, mayPrefer, maySeeMessage } from './may-see.ts';
export { nextTry } from './next-try.ts';
export { endOfQuiet, isQuiet, type QuietHours } from './quiet-hours.ts';
export { safeWay, type SafeWay } from './safe-way.ts';
export { smsSizeOf, smsTextOf, type SmsSize } from './sms-parts.ts';
export { faultOfValues, type About, type NoticeValues } from './values.ts';
