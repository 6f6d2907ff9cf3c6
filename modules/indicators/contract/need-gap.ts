import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

const count = z.number().int().min(0);

/** Why a referral brought no help, as its coded reasons say; each of them is help that somebody needed and did not get. */
export const UnmetCounts = z.object({
  /** Declined or given up for want of room. */
  noRoom: count,
  /** Not eligible, outside the area, or the wrong service: help is there, and not for them. */
  notForThem: count,
  /** Nobody answered, or nobody claimed it in time. */
  noAnswer: count,
  /** On a waiting list now. */
  waiting: count,
  /** Searches that found nothing. */
  searches: count,
});
export type UnmetCounts = z.infer<typeof UnmetCounts>;

/** What services could take in now, by what they said of their room. */
export const SupplyCounts = z.object({ services: count, open: count, waitingList: count, full: count, unknown: count });
export type SupplyCounts = z.infer<typeof SupplyCounts>;

/** One need in one area: what was asked for, what was not met, and what is there. */
export const NeedGap = z.object({
  areaId: z.uuid().nullable(),
  areaName: LocalizedText.nullable(),
  needCode: z.string(),
  needName: LocalizedText,
  sent: count,
  unmet: UnmetCounts,
  unmetTotal: count,
  supply: SupplyCounts,
});
export type NeedGap = z.infer<typeof NeedGap>;
