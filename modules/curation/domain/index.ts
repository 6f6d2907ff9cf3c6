export { endOfDay } from './end-of-day.ts';
export { applicable, isApplicable } from './applicable.ts';
export { costFaults, costOfRow, isBlankCost, rowOfCost } from './costs.ts';
export { hoursFaults, isBlankRow } from './hours/hours-faults.ts';
export { otherOf, overnightOf, placeOf, rowOfSchedule, scheduleOfRow, type Places } from './hours/hours-rows.ts';
export { shownHours, shownRows } from './hours/shown-hours.ts';
export { addressOfLines, linesOfAddress } from './places/address-lines.ts';
export { placeFaults } from './places/place-faults.ts';
export { dueAt, standingOf, USUAL_MONTHS } from './standing.ts';
