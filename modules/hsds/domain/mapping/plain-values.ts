import { foldText, latinDigits } from '@qantara/kernel';
import type { DayOrder } from '../../contract/index.ts';

const MONTHS: readonly string[][] = [
  ['january', 'jan', 'janvier', 'janv', 'يناير', 'جانفي'],
  ['february', 'feb', 'fevrier', 'fevr', 'فبراير', 'فيفري'],
  ['march', 'mar', 'mars', 'مارس'],
  ['april', 'apr', 'avril', 'avr', 'ابريل', 'افريل'],
  ['may', 'mai', 'مايو', 'ماي'],
  ['june', 'jun', 'juin', 'يونيو', 'جوان'],
  ['july', 'jul', 'juillet', 'juil', 'يوليو', 'جويليه'],
  ['august', 'aug', 'aout', 'اغسطس', 'اوت'],
  ['september', 'sep', 'sept', 'septembre', 'سبتمبر'],
  ['october', 'oct', 'octobre', 'اكتوبر'],
  ['november', 'nov', 'novembre', 'نوفمبر'],
  ['december', 'dec', 'decembre', 'ديسمبر'],
];

/** No day, number or sum takes more. */
const MOST_TEXT = 100;

const two = (part: string | number): string => String(part).padStart(2, '0');

function named(text: string): string | undefined {
  const words = foldText(text).split(' ');
  const month = MONTHS.findIndex((names) => words.some((word) => names.includes(word))) + 1;
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word));
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(word));
  if (month === 0 || year === undefined || day === undefined) return undefined;
  return `${year}-${two(month)}-${two(Number.parseInt(day, 10))}`;
}

const isMonthFirst = (first: number, second: number, order: DayOrder): boolean =>
  second > 12 || (order === 'mdy' && first <= 12);

/** A day however people write it, as ISO 8601 has it; what is no day stays as it stands. */
export function isoDay(said: string, order: DayOrder): string {
  const text = latinDigits(said).trim();
  if (text.length > MOST_TEXT) return text;
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
  const [, first, second, year] = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})\b/.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return named(text) ?? text;
  const [month, day] = isMonthFirst(Number(first), Number(second), order) ? [first, second] : [second, first];
  return `${year}-${two(month)}-${two(day)}`;
}

/** A number in whatever digits, with a comma for a point or words around it (`18 ans`); else as it stands. */
export function plainNumber(said: string): string {
  if (said.length > MOST_TEXT) return said;
  const text = latinDigits(said)
    .trim()
    .replace(/^([+-]?\d+),(\d{1,6})$/, '$1.$2');
  const [, number] = /^[^\d+-]{0,20}([+-]?\d+(?:\.\d+)?)[^\d]{0,20}$/.exec(text) ?? [];
  return number ?? text;
}

/** The two numbers of a cell that holds a place on the map, latitude first; undefined where there are not two. */
export function coordinatesOf(said: string): { latitude: string; longitude: string } | undefined {
  const numbers = latinDigits(said.slice(0, MOST_TEXT * 2)).match(/[+-]?\d{1,3}\.\d+|[+-]?\d{1,3}(?![\d.])/g) ?? [];
  const [latitude, longitude] = numbers;
  return numbers.length === 2 && latitude !== undefined && longitude !== undefined
    ? { latitude, longitude }
    : undefined;
}

const UNDER = /^(?:under|below|less than|up to|jusqu a|moins de|max(?:imum)?|اقل من|تحت|دون|حتي)\b/;
const BELOW = /^(?:under|below|less than|moins de|اقل من|تحت|دون)\b/;

/** From which age to which: `18-65`, `60+`, `under 18`; empty where a cell says neither. */
export function agesOf(said: string): { minimum: string; maximum: string } {
  if (said.length > MOST_TEXT) return { minimum: '', maximum: '' };
  const text = foldText(said).replaceAll(/[–—]/g, '-');
  const numbers = (latinDigits(said).match(/\d{1,3}/g) ?? []).map(Number);
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return { minimum: '', maximum: '' };
  if (second !== undefined) return { minimum: String(first), maximum: String(second) };
  if (UNDER.test(text)) return { minimum: '', maximum: String(BELOW.test(text) ? first - 1 : first) };
  return { minimum: String(first), maximum: '' };
}

const CURRENCIES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', dt: 'TND', dh: 'MAD' };

/** The code of a currency by its sign or by itself; empty where nobody knows it. */
function currencyOf(mark: string): string {
  return CURRENCIES[mark] ?? (/^[a-z]{3}$/.test(mark) ? mark.toUpperCase() : '');
}

const SUM = /^([^\d\s]{0,3})\s*(\d+(?:[.,]\d{1,3})?)\s*([^\d\s]{0,3})$/;

/** What a service costs, out of one cell: a number with or without its currency, else words. */
export function costOf(said: string): { amount: string; currency: string; words: string } {
  const [, before = '', amount, after = ''] = SUM.exec(latinDigits(said.slice(0, MOST_TEXT)).trim()) ?? [];
  if (amount === undefined || said.length > MOST_TEXT) return { amount: '', currency: '', words: said };
  const mark = (before || after).toLowerCase();
  const currency = currencyOf(mark);
  return { amount: amount.replace(',', '.'), currency, words: currency === '' && mark !== '' ? said : '' };
}

/** A short name for a long one, always the same: 53 bits are enough among the places of one directory. */
export function shortName(name: string): string {
  if (name.length <= 150) return name;
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  const hash = 4294967296 * (2097151 & (high >>> 0)) + (low >>> 0);
  return `${name.slice(0, 120)}~${hash.toString(36)}`;
}
