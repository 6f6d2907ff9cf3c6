import type { RecordClass } from '../../contract/record-class.ts';

/**
 * For how many hours an emergency opens a record of each class; none where it never does: what was said in mediation, and what a
 * situation table shares, is worth nothing in an emergency and would be worth nothing afterwards. DHIS2 gives three hours for all;
 * here the more a record may harm, the shorter.
 */
const HOURS: Record<RecordClass, number | null> = {
  ordinary: 3,
  restricted: 2,
  child_protection: 1,
  violence: 1,
  mediation: null,
  situation_table: null,
};

/** The moment at which an emergency opening ends; null where there can be none. */
export function glassUntil(recordClass: RecordClass, openedAt: Date): Date | null {
  const hours = HOURS[recordClass];
  return hours === null ? null : new Date(openedAt.getTime() + hours * 3_600_000);
}

/** A week within which the privacy officer looks at it. */
export const REVIEW_DAYS = 7;

/** Whether the review of an opening is late. */
export function isReviewLate(openedAt: Date, now: Date): boolean {
  return now.getTime() - openedAt.getTime() > REVIEW_DAYS * 86_400_000;
}
