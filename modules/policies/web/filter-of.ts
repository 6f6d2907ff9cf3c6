import type { InputOf } from '@qantara/kernel';
import { PolicyFilter, type policiesRoutes } from '../contract/index.ts';

/** What an address narrows the list by; a word that is no choice narrows nothing. */
export function filterOf(url: string): InputOf<typeof policiesRoutes.listPolicies> {
  const query = new URL(url).searchParams;
  const said = Object.entries(PolicyFilter.shape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(query.get(name) ?? '');
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(said);
}
