import { usePage } from '@qantara/ui';
import type { Cooperation } from '../contract/index.ts';

/** A sum with its currency, as the reader's language writes both; null where none is known. */
export function useBudgetText(): (cooperation: Pick<Cooperation, 'budget' | 'currency'>) => string | null {
  const { formats } = usePage();
  return ({ budget, currency }) =>
    budget === null || currency === null ? null : `${formats.number(budget)} ${currency}`;
}
