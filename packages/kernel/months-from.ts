/**
 * The moment so many months later, or earlier where the number is below zero: on the same day, or on the last one of a month
 * that is shorter. What is agreed to for six months on the last of August ends in February, and not in March.
 */
export function monthsFrom(moment: Date, months: number): Date {
  const there = new Date(moment);
  there.setUTCDate(1);
  there.setUTCMonth(there.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
  there.setUTCDate(Math.min(moment.getUTCDate(), lastDay));
  return there;
}
