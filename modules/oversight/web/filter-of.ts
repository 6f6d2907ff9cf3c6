import { latinDigits } from '@qantara/kernel';
import { LogFilter } from '../contract/index.ts';

const NAMES = ['personId', 'accountId', 'organisationId', 'kind', 'from', 'until'] as const;

/** A day comes in three parts from a form, in one from a link. */
function dayOf(query: URLSearchParams, name: string): string | undefined {
  const parts = ['year', 'month', 'day'].map((part) => latinDigits(query.get(`${name}.${part}`) ?? '').trim());
  if (parts.every((part) => part === '')) return undefined;
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** What an address asks the log for; what makes no sense is not asked. */
export function filterOf(search: string): LogFilter {
  const query = new URLSearchParams(search);
  const { shape } = LogFilter;
  const asked = NAMES.flatMap((name) => {
    const parsed = shape[name].safeParse(query.get(name) ?? dayOf(query, name));
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(asked) as LogFilter;
}

/** The same as the part of an address behind its path. */
export function searchOf(filter: LogFilter): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (filter[name] !== undefined) query.set(name, filter[name]);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
