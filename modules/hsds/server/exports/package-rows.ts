import { LOCALES, textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import { fieldsOf, isText, type AnyRow, type ObjectName } from '@qantara/directory/domain';
import type { KnownTranslation } from '@qantara/directory/server';
import { columnsOfTable } from '../../domain/writing/package-tables.ts';
import { csvLine } from '@qantara/kernel';

type Cell = string | number | boolean | null | undefined;

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A row as its table has it, its texts in one language, or in the first that there is. */
export function cellsOf(object: ObjectName, row: AnyRow, locale: Locale): Cell[] {
  return columnsOfTable(object).map((column) => {
    if (isText(object, column)) return textIn(row[column] as LocalizedText | null, locale).text;
    return cellOf(column === 'capacity_updated' ? row['capacity_at'] : row[column]);
  });
}

export function tableLine(object: ObjectName, row: AnyRow, locale: Locale): string {
  return csvLine(cellsOf(object, row, locale));
}

function whenceOf(known: KnownTranslation | undefined): Cell[] {
  if (known === undefined) return [null, null, null, null, null];
  const { origin, translatedBy, translatedAt, fromLanguage, fromText } = known;
  return [origin, translatedBy, translatedAt, fromLanguage, fromText];
}

/**
 * The languages of a row's texts, unless one stands in the main language alone, where the table has it already. A text that
 * is not in the main language is in the table all the same, as nobody reads an empty name: these lines say which language it is.
 */
export function translationLines(
  object: ObjectName,
  row: AnyRow,
  of: { locale: Locale; knownOf: (field: string, language: Locale) => KnownTranslation | undefined },
): string[] {
  return fieldsOf(object).flatMap(([field, kind]) => {
    const texts = (kind === 'text' ? row[field] : undefined) as LocalizedText | null | undefined;
    const said = LOCALES.filter((language) => (texts?.[language] ?? '') !== '');
    if (said.length === 0 || (said.length === 1 && said[0] === of.locale)) return [];
    return said.map((language) => {
      const known = of.knownOf(field, language);
      return csvLine([object, row.id, field, language, texts?.[language], ...whenceOf(known)]);
    });
  });
}

/** How a translation is found: by the record's own field, or, for a part, by `object:id:field`. */
export function knownTranslations(translations: Map<string, KnownTranslation[]>) {
  const known = new Map<string, KnownTranslation>();
  for (const list of translations.values())
    for (const one of list) {
      const [, id, field] = one.field.split(':');
      known.set(`${id ?? one.recordId} ${field ?? one.field} ${one.language}`, one);
    }
  return (row: AnyRow) => (field: string, language: Locale) => known.get(`${row.id} ${field} ${language}`);
}
