/** A birth as somebody writes it, day first or year first, whole or only the year; null where it cannot be read for certain. */
export function birthOf(words: string): { year: number; month: number | null; day: number | null } | null {
  const text = words.trim();
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})(?:[./-](\d{1,2}))?(?:[./-](\d{1,2}))?$/.exec(text);
  const [year, month, day] = dayFirst === null ? (yearFirst?.slice(1) ?? []) : dayFirst.slice(1).toReversed();
  if (year === undefined) return null;
  const birth = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
  return isThere(birth) ? birth : null;
}

function isThere({ year, month, day }: { year: number; month: number | null; day: number | null }): boolean {
  if (year < 1900 || year > 2100) return false;
  if (month === null) return day === null;
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  return date.getUTCMonth() === month - 1 && date.getUTCFullYear() === year;
}
