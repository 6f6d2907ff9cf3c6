import type { Answer } from '../../contract/index.ts';

/** Every question may be answered with this, and then it is answered. */
export const PREFER_NOT_TO_SAY = 'prefer_not_to_say';

/** Whether something was answered at all. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (answer === undefined || answer === '') return false;
  return typeof answer === 'object' ? Object.keys(answer).length > 0 : true;
}
