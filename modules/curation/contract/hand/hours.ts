import { optionalText, LocalizedText } from '@qantara/kernel';
import { OpeningHours, ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import { Suggested, TakenFrom } from '../suggestion.ts';
import { optionalClock, optionalDay, optionalId } from './blank.ts';

/** Days as RFC 5545 writes them, Monday first. */
export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof Weekday>;

/** One row of the form: days with their hours, or a time of closure. */
export const HoursRow = z.object({
  /** The schedule that stands there already; none for a new one. */
  scheduleId: optionalId,
  days: z.array(Weekday).default([]),
  opensAt: optionalClock,
  closesAt: optionalClock,
  locationId: optionalId,
  validFrom: optionalDay,
  validTo: optionalDay,
  isClosed: z.boolean().default(false),
  note: optionalText,
  isRemoved: z.boolean().default(false),
});
export type HoursRow = z.infer<typeof HoursRow>;

/** A schedule that the form has no fields for, as what it says: it is kept as it is, or removed. */
export const OtherSchedule = z.object({
  scheduleId: z.uuid(),
  /** As days with hours, where it can be said so. */
  openings: z.array(OpeningHours),
  frequency: z.string().nullable(),
  interval: z.number().nullable(),
  days: z.string().nullable(),
  monthDays: z.string().nullable(),
  yearDays: z.string().nullable(),
  weeks: z.string().nullable(),
  count: z.number().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  note: LocalizedText.nullable(),
});
export type OtherSchedule = z.infer<typeof OtherSchedule>;

/** A place as it is chosen; a confidential one has no name here. */
export const PlaceChoice = z.object({
  locationId: z.uuid(),
  isConfidential: z.boolean(),
  name: LocalizedText.nullable(),
  address: LocalizedText.nullable(),
  phone: z.string().nullable(),
  /** How many services are given there. */
  services: z.number().int(),
});
export type PlaceChoice = z.infer<typeof PlaceChoice>;

/** The hours of a service as they are changed by hand; those of confidential places are not among them. */
export const EditedHours = z.object({
  serviceId: ServiceId,
  name: LocalizedText,
  organisationName: LocalizedText,
  rows: z.array(HoursRow),
  others: z.array(OtherSchedule),
  places: z.array(PlaceChoice),
  /** What stood there, so that two people do not write over one another. */
  version: z.string(),
  suggested: Suggested.nullable(),
});
export type EditedHours = z.infer<typeof EditedHours>;

export const HoursEdit = z.object({
  serviceId: ServiceId,
  rows: z.array(HoursRow).max(60).default([]),
  /** Of the schedules that the form has no fields for, those that go. */
  removedIds: z.array(z.uuid()).default([]),
  version: z.string().optional(),
  ...TakenFrom.shape,
});
export type HoursEdit = z.infer<typeof HoursEdit>;

/** The hours at one confidential place: they are written and never read. */
export const HiddenHoursEdit = z.object({
  serviceId: ServiceId,
  locationId: z.uuid(),
  rows: z.array(HoursRow).max(60).default([]),
  /** Takes out the hours that stand; without it and without rows they stay. */
  isEmptied: z.boolean().default(false),
});
export type HiddenHoursEdit = z.infer<typeof HiddenHoursEdit>;
