const DAY_MS = 86_400_000;

/** How far a time zone's clock is ahead of UTC at a moment. */
function aheadMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const said = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(said) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The moment at which a day, `2026-11-22`, is over where the region is. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`).getTime() + DAY_MS;
  const guess = midnight - aheadMs(new Date(midnight), timeZone);
  return new Date(midnight - aheadMs(new Date(guess), timeZone));
}
