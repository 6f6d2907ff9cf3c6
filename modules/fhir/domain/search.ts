import { refuse } from '@qantara/kernel';
import { TYPES, type ParameterKind, type ResourceType, type SentParameters } from '../contract/index.ts';
import { isUuid, localReference } from './resource.ts';

export type DateValue = { prefix: 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb'; from: Date; until: Date };
export type Filter =
  | { name: string; kind: 'missing'; isMissing: boolean }
  | { name: string; kind: 'token'; not: boolean; values: { system: string | null; code: string }[] }
  | { name: string; kind: 'string'; values: string[] }
  | { name: string; kind: 'uri'; values: string[] }
  | { name: string; kind: 'reference'; values: { type: string | null; id: string }[] }
  | { name: string; kind: 'date'; values: DateValue[] };

/** A search as it is understood: every filter must hold, any value of a filter does. */
export type Question = {
  type: ResourceType;
  filters: Filter[];
  count: number;
  cursor: string | null;
  includes: string[];
  asked: [string, string][];
};

const DEFAULT_COUNT = 20;
const MOST = 100;
const PREFIX = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d{4}.*)$/;

const unreadable = (name: string): never => refuse('search_unreadable', { fields: [{ path: name, code: 'invalid' }] });
const unknown = (name: string): never => refuse('search_unknown', { fields: [{ path: name, code: 'invalid' }] });

/** The moments that a date of some precision covers: a day all of its moments. */
function spanOf(said: string): { from: Date; until: Date } | undefined {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/.exec(said) ?? [];
  if (year === undefined) return undefined;
  if (time !== undefined) {
    const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(said) ? said : `${said}Z`;
    const from = new Date(zoned);
    return { from, until: new Date(from.getTime() + (/\.\d/.test(said) ? 1 : 1000)) };
  }
  const start = (plus: number): Date => {
    const parts = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
    const at = day !== undefined ? 2 : month !== undefined ? 1 : 0;
    return new Date(
      Date.UTC(...(parts.map((part, index) => part + (index === at ? plus : 0)) as [number, number, number])),
    );
  };
  return { from: start(0), until: start(1) };
}

function dateIn(name: string, said: string): DateValue {
  const [, prefix = 'eq', rest = ''] = PREFIX.exec(said) ?? [];
  const span = spanOf(rest.replace(' ', '+'));
  if (span === undefined || prefix === 'ap' || Number.isNaN(span.from.getTime())) return unreadable(name);
  return { prefix: prefix as DateValue['prefix'], ...span };
}

function tokenIn(said: string): { system: string | null; code: string } {
  const at = said.indexOf('|');
  return at === -1 ? { system: null, code: said } : { system: said.slice(0, at), code: said.slice(at + 1) };
}

type Named = { name: string; modifier: string | undefined; base: string };

function referenceIn(said: string, { name, modifier, base }: Named): { type: string | null; id: string } {
  const local = localReference(said, base);
  if (local !== undefined) return local;
  if (name === 'questionnaire') return { type: null, id: said };
  return /^[A-Za-z0-9.-]{1,64}$/.test(said) ? { type: modifier ?? null, id: said } : unreadable(name);
}

/** A comma separates values, unless a stroke stands before it. */
const parted = (said: string): string[] =>
  (said.match(/(?:\\.|[^,\\])+/g) ?? []).map((one) => one.replaceAll(/\\([\\,|$])/g, '$1')).slice(0, 50);

const OF_KIND: Partial<Record<ParameterKind, readonly string[]>> = { token: ['not'], string: ['contains', 'exact'] };

function filterOf(kind: ParameterKind, said: string, named: Named): Filter {
  const { name, modifier } = named;
  if (modifier === 'missing') return { name, kind: 'missing', isMissing: said === 'true' };
  const values = parted(said);
  if (values.length === 0) return unreadable(name);
  if (kind === 'reference') return { name, kind, values: values.map((one) => referenceIn(one, named)) };
  if (modifier !== undefined && OF_KIND[kind]?.includes(modifier) !== true) return unknown(`${name}:${modifier}`);
  if (kind === 'token') return { name, kind, not: modifier === 'not', values: values.map(tokenIn) };
  return kind === 'date' ? { name, kind, values: values.map((one) => dateIn(name, one)) } : { name, kind, values };
}

function countIn(said: string): number {
  return /^\d{1,6}$/.test(said) ? Math.min(Number(said), MOST) : unreadable('_count');
}

function includeIn(type: ResourceType, said: string): string {
  const [of, name = ''] = said.split(':');
  return of === type && Object.hasOwn(TYPES[type].includes, name) ? name : unknown(`_include=${said}`);
}

type Reading = Question & { base: string };

const RESULT: Readonly<Record<string, (reading: Reading, said: string) => void>> = {
  _count: (reading, said) => void (reading.count = countIn(said)),
  _cursor: (reading, said) => void (reading.cursor = said),
  _include: (reading, said) => void reading.includes.push(includeIn(reading.type, said)),
  _format: (_reading, said) => {
    if (!said.includes('json')) refuse('format_not_given');
  },
  _pretty: () => undefined,
  _sort: (_reading, said) => {
    if (said !== '-_lastUpdated') unknown(`_sort=${said}`);
  },
  _total: (_reading, said) => {
    if (said !== 'none') unknown(`_total=${said}`);
  },
};

function readOne(reading: Reading, key: string, said: string): void {
  const result = Object.hasOwn(RESULT, key) ? RESULT[key] : undefined;
  if (result !== undefined) {
    result(reading, said);
    return;
  }
  const [name = '', modifier] = key.split(':');
  const kinds = TYPES[reading.type].parameters;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return unknown(key);
  reading.filters.push(filterOf(kind, said, { name, modifier, base: reading.base }));
}

/**
 * What a search asks. What is not understood is refused and not passed over: a search that forgot a filter would show more than was
 * asked for. Refuses `search_unknown`, `search_unreadable`.
 */
export function readSearch(type: ResourceType, sent: SentParameters, base: string): Question {
  const reading: Reading = { type, filters: [], count: DEFAULT_COUNT, cursor: null, includes: [], asked: [], base };
  for (const [key, value] of Object.entries(sent))
    for (const said of Array.isArray(value) ? value : [value]) {
      readOne(reading, key, said);
      if (key !== '_cursor') reading.asked.push([key, said]);
    }
  const { base: _base, ...question } = reading;
  return question;
}

/** The filters of a name. */
export function filtersOf<K extends Filter['kind']>(
  question: Question,
  kind: K,
  ...names: string[]
): Extract<Filter, { kind: K }>[] {
  return question.filters.filter(
    (filter): filter is Extract<Filter, { kind: K }> => filter.kind === kind && names.includes(filter.name),
  );
}

/** The identifiers that references of these names may have; null where nothing is said, and none where they name another type. */
export function idsAsked(question: Question, type: string, ...names: string[]): string[] | null {
  const asked = filtersOf(question, 'reference', ...names);
  if (asked.length === 0) return null;
  const lists = asked.map(({ values }) =>
    values.flatMap(({ type: of, id }) => (isUuid(id) && (of === null || of === type) ? [id.toLowerCase()] : [])),
  );
  return lists.reduce((all, next) => all.filter((id) => next.includes(id)));
}

/** The codes that tokens of this name ask for, whatever their system; null where nothing is said. */
export function codesAsked(question: Question, name: string): string[] | null {
  const asked = filtersOf(question, 'token', name).filter(({ not }) => !not);
  if (asked.length === 0) return null;
  return asked
    .map(({ values }) => values.map(({ code }) => code))
    .reduce((all, next) => all.filter((one) => next.includes(one)));
}

/** The codes that tokens of this name rule out. */
export function codesRuledOut(question: Question, name: string): string[] {
  return filtersOf(question, 'token', name).flatMap(({ not, values }) => (not ? values.map(({ code }) => code) : []));
}

/** Where the page before ended: a moment and an identifier, in a form that says nothing to who carries it. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Refuses `search_unreadable`. */
export function partsOfCursor(cursor: string | null): string[] | null {
  if (cursor === null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts;
  } catch {
    // Nobody but this interface makes cursors: what cannot be read is none.
  }
  return unreadable('_cursor');
}

/** After which moment and identifier a page begins. Refuses `search_unreadable`, as of a cursor that was made for other pages. */
export function placeIn(parts: readonly string[] | null): [moment: string, id: string] | null {
  if (parts === null) return null;
  const [moment = '', id = ''] = parts;
  return parts.length === 2 && isMoment(moment) && isUuid(id) ? [moment, id] : unreadable('_cursor');
}

/** As `toISOString` writes it, and nothing else that could be read as one. */
const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** After which identifier a page of what has no moment begins. Refuses `search_unreadable`. */
export function idIn(parts: readonly string[] | null): string | null {
  if (parts === null) return null;
  const [id = ''] = parts;
  return parts.length === 1 && isUuid(id) ? id : unreadable('_cursor');
}

/** Whether a moment is as dates ask. */
export function isWithin(moment: Date, { prefix, from, until }: DateValue): boolean {
  const isIn = moment >= from && moment < until;
  const tests: Record<DateValue['prefix'], boolean> = {
    eq: isIn,
    ne: !isIn,
    gt: moment >= until,
    sa: moment >= until,
    lt: moment < from,
    eb: moment < from,
    ge: moment >= from,
    le: moment < until,
  };
  return tests[prefix];
}
