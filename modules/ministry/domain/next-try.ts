const MINUTE = 60_000;
const WAITS = [1, 5, 30, 120, 600, 1440].map((minutes) => minutes * MINUTE);

/** When a package that was not taken is sent again, after so many tries; null when it was tried for two days. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
