const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Standard Webhooks, "Retries": about three days in all, so that a weekend without anybody at the other end loses nothing. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** When a message that was not taken is tried again, after so many tries; null when it has been tried often enough. */
export function nextDelivery(attempts: number, now: Date): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** After so long without one message being taken, a webhook is turned off and somebody is told. */
export const TURNED_OFF_AFTER_MS = 5 * 24 * HOUR;

/** What an answer says: taken, gone for good, or to be tried again. No answer is followed elsewhere. */
export function outcomeOf(status: number): 'taken' | 'gone' | 'again' {
  if (status >= 200 && status < 300) return 'taken';
  return status === 410 ? 'gone' : 'again';
}
