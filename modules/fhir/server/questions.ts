import { refuse } from '@qantara/kernel';
import { codesAsked, filtersOf, idsAsked, isUuid, type Filter, type Question } from '../domain/index.ts';
import type { KeptQuestion } from './resource-store.ts';

const both = (one: string[] | null, other: string[] | null): string[] | null =>
  one === null ? other : other === null ? one : one.filter((id) => other.includes(id));

/** The identifiers that a search leaves: those it names by `_id`, and those that its other words lead to. */
export function idsLeft(question: Question, ...more: (string[] | null)[]): string[] | null {
  const named = filtersOf(question, 'token', '_id').map(({ values }) =>
    values.flatMap(({ code }) => (isUuid(code) ? [code.toLowerCase()] : [])),
  );
  return [...named, ...more].reduce<string[] | null>((all, next) => both(all, next), null);
}

/** Whose: by `patient` and by `subject`. */
export function personsAsked(question: Question): string[] | null {
  return both(idsAsked(question, 'Patient', 'patient'), idsAsked(question, 'Patient', 'subject'));
}

type Span = { changedFrom: Date | null; changedBefore: Date | null };
type Dates = Extract<Filter, { kind: 'date' }>;

function spanOf({ name, values }: Dates): Span {
  const [value] = values;
  if (value === undefined || values.length > 1)
    return refuse('search_unreadable', { fields: [{ path: name, code: 'invalid' }] });
  const { prefix, from, until } = value;
  if (prefix === 'gt' || prefix === 'sa') return { changedFrom: until, changedBefore: null };
  if (prefix === 'ge') return { changedFrom: from, changedBefore: null };
  if (prefix === 'lt' || prefix === 'eb') return { changedFrom: null, changedBefore: from };
  if (prefix === 'le') return { changedFrom: null, changedBefore: until };
  if (prefix === 'eq') return { changedFrom: from, changedBefore: until };
  return refuse('search_unreadable', { fields: [{ path: name, code: 'invalid' }] });
}

const later = (one: Date | null, other: Date | null) =>
  one === null ? other : other === null || one > other ? one : other;
const earlier = (one: Date | null, other: Date | null) =>
  one === null ? other : other === null || one < other ? one : other;

/** Since when and until when something must have changed. */
export function changedAsked(question: Question): Span {
  return filtersOf(question, 'date', '_lastUpdated')
    .map(spanOf)
    .reduce<Span>(
      (all, next) => ({
        changedFrom: later(all.changedFrom, next.changedFrom),
        changedBefore: earlier(all.changedBefore, next.changedBefore),
      }),
      { changedFrom: null, changedBefore: null },
    );
}

/** Tokens of these names as the store keeps them: `system|code`, or `|code` where no system is named. */
export function tokensAsked(question: Question, name: string): string[][] {
  return filtersOf(question, 'token', name)
    .filter(({ not }) => !not)
    .map(({ values }) => values.map(({ system, code }) => `${system ?? ''}|${code}`));
}

/** What a search of statements asks, but for its type, page and identifiers. */
export function keptAsked(question: Question, status: string): Omit<KeptQuestion, 'types' | 'limit'> {
  const statuses = filtersOf(question, 'token', status);
  const wanted = statuses.filter(({ not }) => !not).map(({ values }) => values.map(({ code }) => code));
  const ruledOut = statuses.flatMap(({ not, values }) => (not ? values.map(({ code }) => code) : []));
  const references = filtersOf(question, 'reference', 'based-on', 'focus', 'derived-from', 'part-of');
  return {
    personIds: personsAsked(question),
    statuses: wanted.length === 0 ? null : wanted.reduce((all, next) => all.filter((one) => next.includes(one))),
    notStatuses: ruledOut,
    intents: codesAsked(question, 'intent'),
    codes: tokensAsked(question, 'code'),
    categories: tokensAsked(question, 'category'),
    refersTo: references.map(({ values }) => values.flatMap(({ id }) => (isUuid(id) ? [id.toLowerCase()] : []))),
    ...changedAsked(question),
  };
}
