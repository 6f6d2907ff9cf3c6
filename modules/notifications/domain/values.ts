import type { NoticeTemplate, PlaceholderKind } from '../contract/index.ts';

export type NoticeValues = Record<string, string | number>;

/** What the values are judged by. */
export type About = { subject: string; now: Date };
type Judged = About & { paths: readonly string[] };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NEED = /^[a-z_]{1,40}$/;
const MOST = 100_000;
const DAY = 86_400_000;
const LATEST_DAYS = 732;
const EARLIEST_DAYS = 92;

/** An identifier, or a secret of at least twenty characters with a letter in it: no name, number or address of a person is either. */
const SEGMENT: Record<string, RegExp> = {
  ':id': UUID,
  ':secret': /^(?=.*[A-Za-z])[A-Za-z0-9_-]{20,200}$/,
};

function leadsTo(path: string, pattern: string): boolean {
  const [segments, wanted] = [path.split('/'), pattern.split('/')];
  return (
    segments.length === wanted.length &&
    wanted.every((want, index) => SEGMENT[want]?.test(segments[index] ?? '') ?? want === segments[index])
  );
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** Days that are told are near: a birth is not. */
function isNear(value: string, now: Date): boolean {
  const days = (Date.parse(value) - now.getTime()) / DAY;
  return days >= -EARLIEST_DAYS && days <= LATEST_DAYS;
}

const FITS: Record<PlaceholderKind, (value: string | number, about: Judged) => boolean> = {
  link: (value, { paths }) => typeof value === 'string' && paths.some((pattern) => leadsTo(value, pattern)),
  // What tells one record from another is the end of its identifier: nobody writes a number of theirs in its place.
  mark: (value, { subject }) => typeof value === 'string' && /^[0-9a-f]{4,12}$/.test(value) && subject.endsWith(value),
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST,
  date: (value, { now }) => typeof value === 'string' && isDay(value) && isNear(value, now),
  organisation: (value) => typeof value === 'string' && UUID.test(value),
  service: (value) => typeof value === 'string' && UUID.test(value),
  need: (value) => typeof value === 'string' && NEED.test(value),
};

/**
 * The first value that is missing, not declared, or not of its declared kind; undefined where all fit. Nothing about a person has a
 * kind, and names are taken from our own tables by what they are called there.
 */
export function faultOfValues(
  { placeholders, paths }: Pick<NoticeTemplate, 'placeholders' | 'paths'>,
  values: NoticeValues,
  about: About,
): string | undefined {
  const strange = Object.keys(values).find((name) => !Object.hasOwn(placeholders, name));
  if (strange !== undefined) return strange;
  if (!UUID.test(about.subject)) return 'subject';
  return Object.entries(placeholders).find(([name, kind]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined || !FITS[kind](value, { ...about, paths });
  })?.[0];
}
