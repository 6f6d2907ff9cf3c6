export { around, within } from './area-tree.ts';
export {
  addWorkingDays,
  addWorkingHours,
  calendarOf,
  holidaysBetween,
  isWorkingDay,
  USUAL_WEEK,
  weekdayOf,
  type Calendar,
} from './calendar.ts';
