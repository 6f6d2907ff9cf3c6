import type { AnyRow } from '@qantara/directory/domain';
import { derivedId } from '@qantara/directory/server';

/** The columns that imports kept although HSDS has no field for them, as a taxonomy: the tables of HSDS 3.1 want a term of every attribute. */
export const COLUMN_TAXONOMY_ID = derivedId('qantara', 'taxonomy', 'source columns');

/** The term of a kept column. */
export function columnTermId(label: string): string {
  return derivedId('qantara', 'taxonomy_term', 'source columns', label);
}

/** The taxonomy of kept columns as a row of HSDS. */
export const COLUMN_TAXONOMY: AnyRow = {
  id: COLUMN_TAXONOMY_ID,
  name: { ar: 'أعمدة المصادر', fr: 'Colonnes des sources', en: 'Source columns' },
  description: {
    ar: 'أعمدة جاءت من المصادر ولا حقل لها في HSDS.',
    fr: 'Colonnes venues des sources, pour lesquelles HSDS n’a pas de champ.',
    en: 'Columns that sources brought and that HSDS has no field for.',
  },
  version: '1',
};

export function columnTerm(label: string): AnyRow {
  return {
    id: columnTermId(label),
    code: label,
    name: { ar: label, fr: label, en: label },
    taxonomy: 'source columns',
    taxonomy_id: COLUMN_TAXONOMY_ID,
  };
}

/** Whether a row is the taxonomy of kept columns or a term of it, come back from a house like this one. */
export function isColumnTerm({ id, code }: AnyRow): boolean {
  return id === COLUMN_TAXONOMY_ID || (typeof code === 'string' && id === columnTermId(code));
}

/** A kept column as it was before it went out: without the term that stood for it in tables. */
export function withoutColumnTerm(row: AnyRow): AnyRow {
  const { taxonomy_term_id: term, label, link_type: type } = row;
  if (type !== 'column' || typeof label !== 'string' || term !== columnTermId(label)) return row;
  const { taxonomy_term_id: _term, ...own } = row;
  return own as AnyRow;
}
