import { IsoDate, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { AreaId } from './area.ts';

/** Days of a week as ISO 8601 counts them: Monday is 1. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const Weekday = z.coerce.number().int().min(1).max(7);
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const Holiday = z.object({
  onDay: IsoDate,
  name: LocalizedText,
  /** This area works on a day that is a holiday of the one it lies in. */
  isWorked: z.boolean(),
});
export type Holiday = z.infer<typeof Holiday>;

export const Week = z.object({ workingDays: z.array(Weekday), opensAt: TimeOfDay, closesAt: TimeOfDay });
export type Week = z.infer<typeof Week>;

/** What one area says of its own days; what it does not say is that of the area it lies in. */
export const AreaDays = z.object({ areaId: AreaId, week: Week.nullable(), holidays: z.array(Holiday) });
export type AreaDays = z.infer<typeof AreaDays>;

/** The least that a working day lasts, so that an hour's deadline never ends after a day's. */
export const LEAST_HOURS = 4;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const SaveWeek = z
  .object({ areaId: AreaId, workingDays: z.array(Weekday).min(1), opensAt: TimeOfDay, closesAt: TimeOfDay })
  .refine(({ opensAt, closesAt }) => minutesOf(closesAt) - minutesOf(opensAt) >= LEAST_HOURS * 60, {
    path: ['closesAt'],
    params: { code: 'day_too_short' },
  });

export const SaveHoliday = Holiday.extend({ areaId: AreaId, isWorked: z.boolean().default(false) });
export const HolidayOfArea = z.object({ areaId: AreaId, onDay: IsoDate });
