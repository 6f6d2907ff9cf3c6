import { monthsFrom } from '@qantara/kernel';

/** The day so many months later; a month that is shorter ends on its own last day. */
export function monthsAfter(day: string, months: number): string {
  return monthsFrom(new Date(`${day}T00:00:00Z`), months)
    .toISOString()
    .slice(0, 10);
}

/** How many days lie between two days, the later one last. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
