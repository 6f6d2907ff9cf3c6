import { IsoDate } from '@qantara/kernel';
import { FormValues } from '@qantara/ui';

export type AskedChanges = { page: number; top?: string; since?: string };

/** What an address asks to read of; a day comes in three parts from a form and in one from a link, and none asks for nothing. */
export function askedChanges(query: URLSearchParams): AskedChanges {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const values = new FormValues(form);
  const since = values.date('since') ?? values.text('since');
  const top = values.text('top');
  const page = Number(values.text('page') ?? '1');
  return {
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    ...(top !== undefined && { top: top.slice(0, 20) }),
    ...(IsoDate.safeParse(since).success && since !== undefined && { since }),
  };
}
