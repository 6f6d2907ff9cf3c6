import { csvLine, LOCALES, type LocalizedText } from '@qantara/kernel';
import { MARKER } from '@qantara/disclosure/domain';
import { LICENCE } from '../licence.ts';
import { SHAPES } from './index.ts';
import type { Column, Table, TableName, TableShape } from './table.ts';

/** A table as a file: its heading, then its rows (RFC 4180), without a mark at its beginning. */
export function csvOfTable({ shape, rows }: Table): string {
  return [shape.columns.map(({ name }) => name), ...rows].map((cells) => csvLine(cells)).join('');
}

type Json = Record<string, unknown>;

const inLanguages = (text: LocalizedText): Json[] =>
  LOCALES.flatMap((locale) => {
    const said = text[locale];
    return said === undefined ? [] : [{ '@value': said, '@language': locale }];
  });

function columnOf({ name, titles, datatype, isRequired, isMarked, lang, separator, property }: Column): Json {
  return {
    name,
    // The heading itself belongs to no language: readers compare it with the file's.
    titles: { und: name, ...titles },
    datatype,
    ...(isRequired ? { required: true } : {}),
    ...(isMarked ? { null: ['', ...Object.values(MARKER)] } : {}),
    ...(lang === null ? {} : { lang }),
    ...(separator === null ? {} : { separator }),
    ...(property === null ? {} : { propertyUrl: property }),
  };
}

/** The table at hand may stand in a file of another name, such as that of one year. */
type Urls = (name: TableName) => string;

function tableOf({ title, about, columns, primaryKey, foreignKeys, name }: TableShape, urlOf: Urls): Json {
  return {
    '@type': 'Table',
    url: urlOf(name),
    'dc:title': inLanguages(title),
    'dc:description': inLanguages(about),
    'dc:license': { '@id': LICENCE },
    tableSchema: {
      '@type': 'Schema',
      columns: columns.map(columnOf),
      primaryKey,
      foreignKeys: foreignKeys.map(({ column, table, key }) => ({
        columnReference: column,
        reference: { resource: urlOf(table), columnReference: key },
      })),
    },
  };
}

/** A table and all that it names, and all that these name: whoever checks it has to have them. */
function withNamed(names: readonly TableName[]): TableName[] {
  const all = [...new Set([...names, ...names.flatMap((name) => SHAPES[name].foreignKeys.map(({ table }) => table))])];
  return all.length === names.length ? all : withNamed(all);
}

/** What stands beside a file as `<file>-metadata.json` (CSV on the Web): the file itself first, then the tables that its rows name. */
export function csvwMetadata(name: TableName, file = `${name}.csv`): Json {
  const urlOf: Urls = (one) => (one === name ? file : `${one}.csv`);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'TableGroup',
    tables: withNamed([name]).map((one) => tableOf(SHAPES[one], urlOf)),
  };
}
