import { z } from 'zod';
import { LocalizedText } from './localized-text.ts';

/** A day, `2026-11-22`, without an hour and without a time zone. */
export const IsoDate = z.iso.date();
/** A moment in UTC, `2026-11-22T08:30:00.000Z`. */
export const IsoDateTime = z.iso.datetime({ offset: true });

/** Which page of a list, counted from 1. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(20),
});

/** One page of a list and how much there is in all; `total` is null where counting would cost more than it tells. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    page: z.number().int(),
    perPage: z.number().int(),
    total: z.number().int().nullable(),
    hasMore: z.boolean(),
  });
}
export type Page<T> = { items: T[]; page: number; perPage: number; total: number | null; hasMore: boolean };

const isBlankText = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.values(value).every((one) => one === '');

/** A text in three languages as a form sends it; one that is blank in all of them is nothing. */
export const optionalText = z
  .preprocess((value) => (isBlankText(value) || value === undefined ? null : value), LocalizedText.nullable())
  .default(null);
