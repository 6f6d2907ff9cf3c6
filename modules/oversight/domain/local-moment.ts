const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  FORMATS.set(timeZone, made);
  return made;
}

/** The day and the hour of a moment where the region is. */
export function localMoment(at: Date, timeZone: string): { day: string; hour: number; weekday: number } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return { day, hour: Number(parts.get('hour')), weekday: new Date(`${day}T12:00:00Z`).getUTCDay() };
}

const HOUR_MS = 3_600_000;

/** The moment at which a day begins where the region is. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No region is further from Greenwich than half a day and two hours; days do not begin twice.
  for (let at = midnight - 14 * HOUR_MS; at <= midnight + 14 * HOUR_MS; at += HOUR_MS / 4)
    if (localMoment(new Date(at), timeZone).day === day) return new Date(at);
  throw new Error(`${day} is no day`);
}
