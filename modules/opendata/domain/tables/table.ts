import type { LocalizedText } from '@qantara/kernel';

/** What stands in a column, in the words of XML Schema that CSV on the Web uses. */
export type Datatype = 'string' | 'date' | 'dateTime' | 'decimal' | 'integer' | 'boolean' | 'anyURI';

/** One column of a table that everybody may take away. `name` is its heading in the file. */
export type Column = {
  name: string;
  titles: LocalizedText;
  datatype: Datatype;
  isRequired: boolean;
  /** Whether a number may be one that is not told (`x`) or not known (`..`); the status beside it says which. */
  isMarked: boolean;
  /** The language of a text that stands there in one language. */
  lang: 'ar' | 'fr' | 'en' | null;
  /** Several values in one cell, with this between them. */
  separator: string | null;
  /** What the column says, in a vocabulary that other programs know. */
  property: string | null;
};

export type TableName =
  | 'areas'
  | 'needs'
  | 'indicators'
  | 'figures'
  | 'plans'
  | 'plan-nodes'
  | 'targets'
  | 'policies'
  | 'quotes';

export type TableShape = {
  name: TableName;
  title: LocalizedText;
  about: LocalizedText;
  columns: readonly Column[];
  primaryKey: readonly string[];
  /** Which columns name a row of another table, by its primary key of one column. */
  foreignKeys: readonly { column: string; table: TableName; key: string }[];
};

/** A table with its rows, each cell as it stands in the file. */
export type Table = { shape: TableShape; rows: readonly (readonly string[])[] };

const plain = { isRequired: false, isMarked: false, lang: null, separator: null, property: null } as const;

export function column(
  name: string,
  titles: LocalizedText,
  more: Partial<Omit<Column, 'name' | 'titles'>> = {},
): Column {
  return { ...plain, datatype: 'string', name, titles, ...more };
}

const LANGUAGES = ['ar', 'fr', 'en'] as const;
const IN: Record<(typeof LANGUAGES)[number], LocalizedText> = {
  ar: { ar: 'بالعربية', fr: 'en arabe', en: 'in Arabic' },
  fr: { ar: 'بالفرنسية', fr: 'en français', en: 'in French' },
  en: { ar: 'بالإنجليزية', fr: 'en anglais', en: 'in English' },
};

/** One text of three languages is three columns: `name_ar`, `name_fr`, `name_en`. */
export function threeColumns(name: string, titles: LocalizedText, property: string | null = null): Column[] {
  return LANGUAGES.map((lang) => {
    const said = IN[lang];
    const inThat = {
      ar: `${titles.ar} (${said.ar})`,
      fr: `${titles.fr} (${said.fr})`,
      en: `${titles.en} (${said.en})`,
    };
    return column(`${name}_${lang}`, inThat, { lang, property });
  });
}

/** The three cells of such a text; a language that it lacks is empty. */
export const threeCells = (text: LocalizedText | null): string[] => LANGUAGES.map((lang) => text?.[lang] ?? '');

/** A number without an exponent, as `xsd:decimal` wants it. */
export const decimalOf = (value: number): string => String(Number(value.toFixed(6)));

export const cellOf = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? decimalOf(value) : value;
