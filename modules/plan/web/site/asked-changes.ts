import { IsoDate, latinDigits } from '@qantara/kernel';

export type AskedChanges = { page: number; top?: string; since?: string };

const MOST_PAGES = 10_000;

/** A day comes in three parts from the form and in one from a link; what is no day asks for nothing. */
function dayIn(query: URLSearchParams, name: string): string | undefined {
  const part = (key: string, length: number) =>
    latinDigits(query.get(`${name}.${key}`)?.trim() ?? '').padStart(length, '0');
  const day = query.get(name) ?? [part('year', 4), part('month', 2), part('day', 2)].join('-');
  const parsed = IsoDate.safeParse(day);
  return parsed.success ? parsed.data : undefined;
}

/** What of a plan's changes an address asks to read. */
export function askedChanges(query: URLSearchParams): AskedChanges {
  const page = Number(query.get('page') ?? '1');
  const top = query.get('top')?.slice(0, 20) ?? '';
  const since = dayIn(query, 'since');
  return {
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
    ...(top !== '' && { top }),
    ...(since !== undefined && { since }),
  };
}
