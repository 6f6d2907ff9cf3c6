import type { Context } from 'hono';
import type { WireHeaders } from '../command/wire.ts';

/** What an address was asked: parameters as its input, and what a program sent beside them. Undefined where no body can be read. */
export type Sent = { input: Record<string, unknown>; body: unknown };

/** Each parameter once; what stands there several times as a list, where the address asks for that. */
export function parametersOf(search: URLSearchParams, keepsAll: boolean): Record<string, string | string[]> {
  // Made from entries, so that a parameter called `__proto__` is a parameter and nothing more.
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const all = search.getAll(key);
      return [key, keepsAll && all.length > 1 ? all : (all.at(-1) ?? '')];
    }),
  );
}

const isEmpty = (value: unknown): boolean => value === '' || value === null;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const typeOf = (c: Context): string => (c.req.header('content-type') ?? '').toLowerCase();
const isForm = (c: Context): boolean => typeOf(c).includes('application/x-www-form-urlencoded');

/**
 * Whether a body is said to be neither JSON nor a form: then it is its format that is not taken, and not what it asks. Plain text is what
 * programs say that say nothing.
 */
export function isOtherFormat(c: Context): boolean {
  const type = typeOf(c).trim();
  return type !== '' && !/[/+]json\b|^text\/plain\b/.test(type) && !isForm(c);
}

/** The address's parameters, those of a body over them, those of the path over all; what is left empty was not asked. */
export async function sentTo(c: Context, isForPrograms: boolean): Promise<Sent | undefined> {
  const query = parametersOf(new URL(c.req.url).searchParams, isForPrograms);
  const text = c.req.method === 'POST' || c.req.method === 'PUT' ? (await c.req.text()).trim() : '';
  const input = (fields: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries({ ...query, ...fields, ...c.req.param() }).filter(([, value]) => !isEmpty(value)),
    );
  if (text === '') return { input: input({}), body: null };
  if (isForm(c)) return { input: input(parametersOf(new URLSearchParams(text), isForPrograms)), body: null };
  const body = jsonOf(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return isForPrograms ? { input: input({}), body } : { input: input(body), body: null };
}

/** The headers by which a caller says on which terms it asks. */
export function wireHeadersOf(c: Context): WireHeaders {
  const one = (name: string): string | null => c.req.header(name) ?? null;
  return {
    contentType: one('content-type'),
    ifMatch: one('if-match'),
    ifNoneMatch: one('if-none-match'),
    ifNoneExist: one('if-none-exist'),
    ifModifiedSince: one('if-modified-since'),
    prefer: one('prefer'),
  };
}
