import { latinDigits } from '@qantara/kernel';
import { z } from 'zod';

/** One line; a blank one is nothing. */
export const line = (most: number) =>
  z
    .preprocess((value) => (value === '' || value === undefined ? null : value), z.string().trim().max(most).nullable())
    .default(null);

/** An address for e-mail; a blank one is none. */
export const optionalEmail = z
  .preprocess((value) => (value === '' || value === undefined ? null : value), z.email().max(254).nullable())
  .default(null);

/** An identifier that a list was left without. */
export const optionalId = z
  .preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid().nullable())
  .default(null);

/** A number within limits; NaN, which a form gives for what is no number, is refused and not forgotten. */
export const optionalNumber = (least: number, most: number) =>
  z
    .preprocess(
      (value) => (value === '' || value === undefined ? null : typeof value === 'string' ? Number(value) : value),
      z.number().min(least).max(most).nullable(),
    )
    .default(null);

export const optionalDay = z
  .preprocess((value) => (value === '' || value === undefined ? null : value), z.iso.date().nullable())
  .default(null);

/** `9`, `9:30`, `09.30`, `9h30`, `٩:٣٠` as `09:30`; the end of the day is its beginning. What is no time stays as typed. */
export function clockOf(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed ?? null;
  const said = /^(\d{1,2})(?:\s*[:.hH٫]\s*(\d{2})?)?$/.exec(latinDigits(typed).trim());
  if (said === null) return typed.trim() === '' ? null : typed;
  const [, hours = '', minutes = '00'] = said;
  return `${hours === '24' ? '00' : hours.padStart(2, '0')}:${minutes}`;
}

export const optionalClock = z
  .preprocess(
    clockOf,
    z
      .string()
      .refine((clock) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock), { params: { code: 'not_clock' } })
      .nullable(),
  )
  .default(null);
