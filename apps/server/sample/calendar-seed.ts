import type { LocalizedText } from '@qantara/kernel';
import type { Week } from '@qantara/territory/contract';

/** The weeks of the sample's areas, and its feasts by the day of the year. */
export type CalendarSeed = {
  weeks: (Week & { areaCode: string })[];
  holidays: { areaCode: string; on: string; name: LocalizedText; isWorked?: boolean }[];
};
