/** What a formula reckons with; null is empty. */
export type Value = string | number | boolean | string[] | number[] | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const A_DAY = 86_400_000;

/** Whether this is a day as answers hold it: `2026-11-22`. */
export function isDay(value: Value): boolean {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

/** A number of days since 1970 as a day; empty where there is no such day. */
export function numberToDay(days: number): string | null {
  const day = new Date(Math.floor(days) * A_DAY);
  const text = Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
  return DAY.test(text) ? text : null;
}

function textToNumber(text: string): number {
  if (isDay(text)) return Date.parse(text) / A_DAY;
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** As a number; a day as its number of days since 1970, what is no number as NaN. */
export function asNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? textToNumber(value) : Number.NaN;
}

export function asText(value: Value): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** As XPath says: empty, nought and NaN are false. */
export function asBoolean(value: Value): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The things in a value, one by one; none in an empty one. */
export function asList(value: Value): (string | number | boolean)[] {
  if (value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}
