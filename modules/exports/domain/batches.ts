/** So many lines are held at once, however long the list is. */
export const BATCH = 1000;

const HOUR_MS = 3_600_000;

/** A list that was begun is read at once or not at all: an address that lies about gives nobody more rows. */
export function isStale(begunAt: Date, now: Date): boolean {
  return now.getTime() - begunAt.getTime() > HOUR_MS;
}
