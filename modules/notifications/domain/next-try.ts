const MINUTE = 60_000;
const LONGEST = 120;
/** About a day: a mail server may be down all night. */
const MOST_TRIES = 16;

/** When a message that did not leave is tried again: after a minute, then doubling to two hours; null when it has been tried often enough. */
export function nextTry(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_TRIES) return null;
  const minutes = Math.min(LONGEST, 2 ** Math.max(0, attempts - 1));
  return new Date(now.getTime() + minutes * MINUTE);
}
