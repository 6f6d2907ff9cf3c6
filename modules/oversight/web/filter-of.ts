import { FormValues } from '@qantara/ui';
import { LogFilter } from '../contract/index.ts';

const NAMES = ['personId', 'accountId', 'organisationId', 'kind', 'from', 'until'] as const;

/** What an address asks the log for; what makes no sense is not asked. Days come in three parts from a form, in one from a link. */
export function filterOf(search: string): LogFilter {
  const query = new URLSearchParams(search);
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const values = new FormValues(form);
  const { shape } = LogFilter;
  const asked = NAMES.flatMap((name) => {
    const given = query.get(name) ?? (name === 'from' || name === 'until' ? values.date(name) : undefined);
    const parsed = shape[name].safeParse(given ?? undefined);
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
