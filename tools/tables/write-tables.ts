import type { Column, Table } from './read-schema.ts';

/** How values come out of the driver (packages/platform/db/value-parsing.ts says why). */
const TYPES: Record<string, string> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
  'timestamp with time zone': 'Date',
};

const HEADER = '// Made by `npm run generate` from db/migrations. Not edited by hand.\n';

const JSON_TYPE = `/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
`;

/** The typed tables of one module: its own, and what the modules below it publish. */
export function writeTables(typeName: string, tables: Table[]): string {
  const bodies = tables.map(interfaceOf);
  const names = tables.map((table) => `  '${table.schema}.${table.name}': ${nameOf(table)};`);
  const whole = [...bodies, `export interface ${typeName} {\n${names.join('\n')}\n}\n`].join('\n');
  const imports = /\bColumnType</.test(whole) ? "import type { ColumnType } from 'kysely';\n" : '';
  return [HEADER + imports, ...(/\bJson\b/.test(whole) ? [JSON_TYPE] : []), whole].join('\n');
}

export function pascal(name: string): string {
  return name.replaceAll(/(?:^|[_-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function nameOf({ schema, name }: Table): string {
  return `${pascal(schema)}${pascal(name)}Table`;
}

function interfaceOf(table: Table): string {
  const columns = table.columns.map(
    (column) => `${comment(column.comment, '  ')}  ${column.name}: ${typeOf(column, table.isView)};`,
  );
  return `${comment(table.comment, '')}export interface ${nameOf(table)} {\n${columns.join('\n')}\n}\n`;
}

function comment(text: string | null, indent: string): string {
  return text === null ? '' : `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ').trim()} */\n`;
}

/** The type of a column where it is read, where it is inserted and where it is changed. */
function typeOf(column: Column, isView: boolean): string {
  const read = readType(column);
  if (isView || column.isAlwaysGenerated) return `ColumnType<${read}, never, never>`;
  const written = writtenType(column, read);
  const optional = column.hasDefault || column.isNullable;
  if (read === written && !optional) return read;
  return `ColumnType<${read}, ${written}${optional ? ' | undefined' : ''}, ${written}>`;
}

function readType(column: Column): string {
  const element = column.type.replace(/(\[\])+$/, '');
  const plain =
    column.choices?.map((choice) => `'${choice.replaceAll("'", "\\'")}'`).join(' | ') ?? TYPES[element] ?? 'string';
  return orNull(column.type === element ? plain : `${plain}[]`, column);
}

// A moment may be given as text; a value that is an array must be, in jsonb: the driver would write it as a PostgreSQL array.
function writtenType(column: Column, read: string): string {
  return column.type === 'timestamp with time zone' ? orNull('Date | string', column) : read;
}

function orNull(type: string, { isNullable }: Column): string {
  return isNullable ? `${type} | null` : type;
}
