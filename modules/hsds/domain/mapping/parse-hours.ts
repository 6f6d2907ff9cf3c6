import { DAY_CODES, weekdayOf } from '@qantara/directory/domain';
import { foldText, latinDigits } from '@qantara/kernel';

/** Days with the same hours, as a schedule of HSDS has them. */
export type SaidHours = { byday: string; opens_at: string; closes_at: string };

type Period = { opens: string; closes: string };
type Token =
  | { kind: 'day'; day: number }
  | { kind: 'days'; days: number[] }
  | { kind: 'time'; at: number; isBare: boolean }
  | { kind: 'period'; opens: number; closes: number }
  | { kind: 'to' }
  | { kind: 'closed' }
  | { kind: 'break' };

const ALL = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const MINUTES = 1440;
const MOST_TEXT = 1000;

const WORDS: Readonly<Record<string, Token>> = {
  closed: { kind: 'closed' },
  ferme: { kind: 'closed' },
  fermee: { kind: 'closed' },
  مغلق: { kind: 'closed' },
  to: { kind: 'to' },
  till: { kind: 'to' },
  until: { kind: 'to' },
  through: { kind: 'to' },
  thru: { kind: 'to' },
  au: { kind: 'to' },
  jusqu: { kind: 'to' },
  الي: { kind: 'to' },
  حتي: { kind: 'to' },
  daily: { kind: 'days', days: ALL },
  everyday: { kind: 'days', days: ALL },
  quotidien: { kind: 'days', days: ALL },
  يوميا: { kind: 'days', days: ALL },
  weekdays: { kind: 'days', days: WORKDAYS },
  weekends: { kind: 'days', days: [6, 7] },
  noon: { kind: 'time', at: 720, isBare: false },
  midi: { kind: 'time', at: 720, isBare: false },
  midnight: { kind: 'time', at: MINUTES, isBare: false },
  minuit: { kind: 'time', at: MINUTES, isBare: false },
};
/** Words that say nothing here but hold the others together. */
const PASSED = new Set([
  'from',
  'and',
  'open',
  'hours',
  'de',
  'du',
  'le',
  'et',
  'les',
  'ouvert',
  'from',
  'of',
  'a',
  'من',
  'و',
  'يوم',
  'ايام',
  'ساعه',
  'h',
  'm',
]);

const AROUND_THE_CLOCK =
  /^(?:available |ouvert |open )?(?:24 ?(?:\/|h\/) ?7(?:(?: ?\/ ?| days?| )365)?|24 hours(?: a day)?(?: 7 days a week)?|7j\/7 24h\/24|24h\/24 7j\/7)$/;

const TIME = /^(\d{1,2})(?:(?::|h|\.)(\d{2})|h)?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?|ص|م)?(?![\p{L}\d])/iu;

/** The clock's hours of a time said by halves of the day, or by twenty-four hours; undefined where there is no such hour. */
function hoursOf(said: number, half: string): number | undefined {
  if (half === '') return said > 24 ? undefined : said;
  if (said > 12 || said === 0) return undefined;
  return (said % 12) + (/^p|م/i.test(half) ? 12 : 0);
}

function minutesOf(found: RegExpExecArray): number | undefined {
  const [, hour = '', minute = '0', half = ''] = found;
  const hours = hoursOf(Number(hour), half);
  if (hours === undefined || Number(minute) > 59) return undefined;
  const at = hours * 60 + Number(minute);
  return at > MINUTES ? undefined : at;
}

function wordToken(word: string): Token | 'passed' | undefined {
  const plain = foldText(word);
  const day = /^\d/.test(plain) ? undefined : (weekdayOf(plain) ?? weekdayOf(plain.replace(/s$/, '')));
  if (day !== undefined) return { kind: 'day', day };
  return WORDS[plain] ?? (PASSED.has(plain) || plain === '' ? 'passed' : undefined);
}

type Step = { token: Token | 'passed'; length: number };

function timeStep(time: RegExpExecArray): Step | undefined {
  const at = minutesOf(time);
  const isBare = !/[:h.]|[apصم]/i.test(time[0]);
  return at === undefined ? undefined : { token: { kind: 'time', at, isBare }, length: time[0].length };
}

function markToken(mark: string): Step['token'] {
  if (/[–—-]/.test(mark)) return { kind: 'to' };
  return /[,،&/]/.test(mark) ? 'passed' : { kind: 'break' };
}

function step(text: string): Step | undefined {
  const time = TIME.exec(text);
  if (time !== null) return timeStep(time);
  const [mark] = /^[–—-]+|^[,;،؛:/&\n|.()]/u.exec(text) ?? [];
  if (mark !== undefined) return { token: markToken(mark), length: mark.length };
  const [word = ''] = /^[\p{L}\p{M}]+\.?/u.exec(text) ?? [];
  const token = word === '' ? undefined : wordToken(word);
  return token === undefined ? undefined : { token, length: word.length };
}

/** The words of a cell; undefined where one of them is not understood: then none of them is. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let rest = text.trimStart(); rest !== '';) {
    const found = step(rest);
    if (found === undefined) return undefined;
    if (found.token !== 'passed') tokens.push(found.token);
    rest = rest.slice(found.length).trimStart();
  }
  return tokens;
}

/** `2-5pm` means two in the afternoon: a bare hour takes the half of the day of the one it runs to. */
function opening(from: { at: number; isBare: boolean }, to: number): number {
  return from.isBare && from.at <= 720 && to > 720 && from.at + 720 < to && from.at < 420 ? from.at + 720 : from.at;
}

/** The days from one to another, over the end of the week too. */
function daysTo(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1;
  return ALL.slice(0, count).map((step) => ((first + step - 2) % 7) + 1);
}

type Joined = { token: Token; length: number };

function joinedDays(first: Token & { kind: 'day' }, last: Token | undefined): Joined {
  return last?.kind === 'day'
    ? { token: { kind: 'days', days: daysTo(first.day, last.day) }, length: 3 }
    : { token: { kind: 'days', days: [first.day] }, length: 1 };
}

function joinedTimes(first: Token & { kind: 'time' }, last: Token | undefined): Joined | undefined {
  return last?.kind === 'time'
    ? { token: { kind: 'period', opens: opening(first, last.at), closes: last.at }, length: 3 }
    : undefined;
}

/** One token, or three that are joined by the word between them; undefined where they do not make sense. */
function joinedAt(tokens: Token[], at: number): Joined | undefined {
  const [token, next, after] = tokens.slice(at, at + 3);
  const last = next?.kind === 'to' ? after : undefined;
  if (token === undefined || token.kind === 'to') return undefined;
  if (token.kind === 'time') return joinedTimes(token, last);
  return token.kind === 'day' ? joinedDays(token, last) : { token, length: 1 };
}

/** Times joined to periods, days joined to ranges. */
function joined(tokens: Token[]): Token[] | undefined {
  const whole: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = joinedAt(tokens, at);
    if (found === undefined) return undefined;
    whole.push(found.token);
    at += found.length;
  }
  return whole;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

type Week = Map<number, Period[]>;

class WeekOf {
  readonly week: Week = new Map();
  #days: number[] = [];
  #isSaid = true;

  /** Whether the token fits what was said before it. */
  take(token: Token): boolean {
    if (token.kind === 'break') return true;
    if (token.kind === 'days') {
      this.#days = this.#isSaid ? token.days : [...this.#days, ...token.days];
      this.#isSaid = false;
      return true;
    }
    if (this.#days.length === 0) return false;
    this.#isSaid = true;
    if (token.kind === 'closed') return true;
    return token.kind === 'period' && this.#days.every((day) => this.#add(day, token));
  }

  isWhole(): boolean {
    return this.#isSaid && this.week.size > 0;
  }

  /** Hours of a day that run into one another were meant otherwise: the words say it better. */
  #add(day: number, { opens, closes }: { opens: number; closes: number }): boolean {
    const periods = this.week.get(day) ?? [];
    const last = periods.at(-1);
    if (closes <= opens || (last !== undefined && clock(opens) < last.closes)) return false;
    this.week.set(day, [...periods, { opens: clock(opens), closes: clock(closes) }]);
    return true;
  }
}

function rowsOf(week: Week): SaidHours[] {
  const rows = new Map<string, SaidHours & { days: number[] }>();
  for (const [day, periods] of [...week].toSorted(([one], [other]) => one - other))
    for (const { opens, closes } of periods) {
      const row = rows.get(`${opens} ${closes}`) ?? { byday: '', opens_at: opens, closes_at: closes, days: [] };
      if (!row.days.includes(day)) row.days.push(day);
      rows.set(`${opens} ${closes}`, row);
    }
  return [...rows.values()].map(({ days, ...row }) => ({
    ...row,
    byday: days.map((day) => DAY_CODES[day - 1]).join(','),
  }));
}

/**
 * Hours in words (`Monday: 9:00-22:00 Tuesday: Closed`, `Lundi au vendredi 9h-17h`, `الاثنين إلى الجمعة 9-17`) as days with
 * hours; undefined where anything in them is not understood, so that the words stay as they are.
 */
export function parseHours(said: string): SaidHours[] | undefined {
  const text = latinDigits(said).trim();
  if (text.length > MOST_TEXT) return undefined;
  if (AROUND_THE_CLOCK.test(text.toLowerCase()))
    return rowsOf(new Map(ALL.map((day) => [day, [{ opens: '00:00', closes: '24:00' }]])));
  const tokens = joined(tokensOf(text) ?? [{ kind: 'to' }]);
  if (tokens === undefined) return undefined;
  const week = new WeekOf();
  return tokens.every((token) => week.take(token)) && week.isWhole() ? rowsOf(week.week) : undefined;
}
