export { statusOfSeat, termsMeet } from './status-of-seat.ts';
export { hasQuorum, isLate, monthsAfter } from './meetings.ts';
export { isOverdue, isSettled } from './commitments.ts';
