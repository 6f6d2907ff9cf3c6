const DAY_MS = 86_400_000;

/** How many days something has been open by today, or was until it was settled. */
export function daysOpen(
  { raisedOn, settledOn }: { raisedOn: string; settledOn: string | null },
  today: string,
): number {
  return Math.max(0, Math.round((Date.parse(settledOn ?? today) - Date.parse(raisedOn)) / DAY_MS));
}
