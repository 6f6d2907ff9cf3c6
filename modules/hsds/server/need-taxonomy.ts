import type { Need } from '@qantara/directory/contract';
import type { AnyRow } from '@qantara/directory/domain';
import { derivedId } from '@qantara/directory/server';

/** The needs of this house as a taxonomy of HSDS: the same identifiers in every region that runs it. */
export const NEED_TAXONOMY_ID = derivedId('qantara', 'taxonomy', 'needs');

export function needTermId(needCode: string): string {
  return derivedId('qantara', 'taxonomy_term', 'needs', needCode);
}

/** The taxonomy of needs as rows of HSDS: a term for each. */
export function needTaxonomyRows(needs: Need[]): { taxonomy: AnyRow; terms: AnyRow[] } {
  const description = {
    ar: 'ما يحتاج الناس إلى العون فيه.',
    fr: 'Ce pour quoi les gens ont besoin d’aide.',
    en: 'What people need help with.',
  };
  const name = { ar: 'الحاجات', fr: 'Besoins', en: 'Needs' };
  const terms = needs.map((need) => ({
    id: needTermId(need.needCode),
    code: need.needCode,
    name: need.name,
    description: need.words ?? need.name,
    taxonomy: 'needs',
    taxonomy_id: NEED_TAXONOMY_ID,
  }));
  return { taxonomy: { id: NEED_TAXONOMY_ID, name, description, version: '1' }, terms };
}

/** The need that a term of a package is, where the package came from a house like this one. */
export function needOfTerm(row: AnyRow, ours: ReadonlySet<string>): string[] | undefined {
  const { code } = row;
  return typeof code === 'string' && ours.has(code) && row.id === needTermId(code) ? [code] : undefined;
}

/** Whether a row is our own taxonomy or a term of it: what says no more than the need itself. */
export function isNeedTerm(row: AnyRow, ours: ReadonlySet<string>): boolean {
  return row.id === NEED_TAXONOMY_ID || needOfTerm(row, ours) !== undefined;
}
