export { statusOfSeat, termsMeet } from './status-of-seat.ts';
