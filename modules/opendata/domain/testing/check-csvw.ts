import { z } from 'zod';

/**
 * Holds tables against their metadata as CSV on the Web says (Model for Tabular Data; Metadata Vocabulary): headings, how many cells,
 * what is required, null, datatypes, primary and foreign keys. It reads the metadata as any stranger would and knows nothing of ours.
 */
const Named = z.union([z.string(), z.array(z.string())]);
const asList = (one: z.infer<typeof Named> | undefined): string[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one];

const ColumnDescription = z.looseObject({
  name: z.string().optional(),
  titles: z.union([Named, z.record(z.string(), Named)]).optional(),
  datatype: z.string().default('string'),
  required: z.boolean().default(false),
  null: Named.default(''),
  separator: z.string().optional(),
});
type ColumnDescription = z.infer<typeof ColumnDescription>;

const TableDescription = z.looseObject({
  url: z.string(),
  tableSchema: z.looseObject({
    columns: z.array(ColumnDescription).min(1),
    primaryKey: Named.optional(),
    foreignKeys: z
      .array(
        z.looseObject({
          columnReference: Named,
          reference: z.looseObject({ resource: z.string(), columnReference: Named }),
        }),
      )
      .default([]),
  }),
});
type TableDescription = z.infer<typeof TableDescription>;

const NS = 'http://www.w3.org/ns/csvw';
const Description = z.looseObject({
  '@context': z.union([z.literal(NS), z.tuple([z.literal(NS), z.looseObject({})])]),
  '@type': z.literal('TableGroup'),
  tables: z.array(TableDescription).min(1),
});

export type CsvwFault = { url: string; row: number; column: string; fault: string };
/** The files by their address, each as rows of cells, the heading first. */
export type CsvFiles = ReadonlyMap<string, readonly (readonly string[])[]>;

const isDay = (text: string): boolean => {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text.slice(0, 10);
};

/** How each datatype is written (XML Schema 1.1, part 2). One that is not here is a fault of the metadata. */
const WRITTEN: Record<string, (text: string) => boolean> = {
  string: () => true,
  anyURI: (text) => !/\s/.test(text),
  boolean: (text) => /^(?:true|false|1|0)$/.test(text),
  integer: (text) => /^[+-]?\d+$/.test(text),
  decimal: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/.test(text) && isDay(text),
  dateTime: (text) =>
    /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(text) && isDay(text),
};

function titlesOf({ titles }: ColumnDescription): string[] {
  if (titles === undefined) return [];
  return typeof titles === 'string' || Array.isArray(titles) ? asList(titles) : Object.values(titles).flatMap(asList);
}

/** A file's own headings are of no language, and so match a title of any. */
const isHeading = (column: ColumnDescription, heading: string): boolean =>
  [...titlesOf(column), ...(titlesOf(column).length === 0 ? [column.name] : [])].includes(heading);

function faultsOfHeading({ tableSchema: { columns } }: TableDescription, heading: readonly string[]): string[] {
  if (heading.length !== columns.length) return [`${heading.length} headings for ${columns.length} columns`];
  return columns.flatMap((column, index) =>
    isHeading(column, heading[index] ?? '') ? [] : [`heading ${heading[index]} is no title of ${column.name}`],
  );
}

const isNull = (column: ColumnDescription, cell: string): boolean => asList(column.null).includes(cell);

function faultOfCell(column: ColumnDescription, cell: string): string | null {
  const reads = WRITTEN[column.datatype];
  if (reads === undefined) return `no datatype: ${column.datatype}`;
  if (isNull(column, cell)) return column.required ? 'required' : null;
  const values = column.separator === undefined ? [cell] : cell.split(column.separator);
  return values.every(reads) ? null : `not ${column.datatype}: ${cell}`;
}

type Rows = readonly (readonly string[])[];

/** What stands in some columns of one row; null where one of them is null, so that the row names nothing. */
function keyOf(table: TableDescription, names: readonly string[], row: readonly string[]): string | null {
  const { columns } = table.tableSchema;
  const cells = names.map((name) => {
    const index = columns.findIndex((column) => column.name === name);
    const column = columns[index];
    const cell = row[index] ?? '';
    return column === undefined || isNull(column, cell) ? null : cell;
  });
  return cells.includes(null) ? null : JSON.stringify(cells);
}

const unknownColumns = ({ tableSchema: { columns } }: TableDescription, names: readonly string[]): string[] =>
  names.filter((name) => !columns.some((column) => column.name === name));

function faultsOfPrimaryKey(table: TableDescription, rows: Rows): CsvwFault[] {
  const names = asList(table.tableSchema.primaryKey);
  if (names.length === 0) return [];
  const at = { url: table.url, column: names.join() };
  const unknown = unknownColumns(table, names);
  if (unknown.length > 0) return [{ ...at, row: 0, fault: 'primary key names no column' }];
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = JSON.stringify(
      names.map((name) => row[table.tableSchema.columns.findIndex((one) => one.name === name)]),
    );
    const fault = seen.has(key) ? 'primary key twice' : null;
    seen.add(key);
    return fault === null ? [] : [{ ...at, row: index + 2, fault: `${fault}: ${key}` }];
  });
}

type Group = { tables: readonly TableDescription[]; files: CsvFiles };

function faultsOfForeignKeys(table: TableDescription, rows: Rows, { tables, files }: Group): CsvwFault[] {
  return table.tableSchema.foreignKeys.flatMap(({ columnReference, reference }) => {
    const from = asList(columnReference);
    const to = asList(reference.columnReference);
    const at = { url: table.url, column: from.join() };
    const named = tables.find(({ url }) => url === reference.resource);
    if (named === undefined) return [{ ...at, row: 0, fault: `names no table: ${reference.resource}` }];
    if (from.length !== to.length || unknownColumns(table, from).length + unknownColumns(named, to).length > 0)
      return [{ ...at, row: 0, fault: 'foreign key names no column' }];
    const keys = (files.get(named.url) ?? []).slice(1).map((row) => keyOf(named, to, row));
    return rows.flatMap((row, index) => {
      const key = keyOf(table, from, row);
      const found = keys.filter((one) => one === key).length;
      return key === null || found === 1 ? [] : [{ ...at, row: index + 2, fault: `names ${found} rows: ${key}` }];
    });
  });
}

function faultsOfRows(table: TableDescription, rows: Rows): CsvwFault[] {
  const { columns } = table.tableSchema;
  return rows.flatMap((row, index) => {
    const at = { url: table.url, row: index + 2 };
    if (row.length !== columns.length) return [{ ...at, column: '', fault: `${row.length} cells` }];
    return columns.flatMap((column, place) => {
      const fault = faultOfCell(column, row[place] ?? '');
      return fault === null ? [] : [{ ...at, column: column.name ?? String(place), fault }];
    });
  });
}

function faultsOfTable(table: TableDescription, group: Group): CsvwFault[] {
  const file = group.files.get(table.url);
  const [heading, ...rows] = file ?? [];
  if (heading === undefined) return [{ url: table.url, row: 0, column: '', fault: 'no such file' }];
  return [
    ...faultsOfHeading(table, heading).map((fault) => ({ url: table.url, row: 1, column: '', fault })),
    ...faultsOfRows(table, rows),
    ...faultsOfPrimaryKey(table, rows),
    ...faultsOfForeignKeys(table, rows, group),
  ];
}

/** Everything that is wrong with these files by this description; nothing where they are as it says. */
export function checkCsvw(metadata: unknown, files: CsvFiles): CsvwFault[] {
  const read = Description.safeParse(metadata);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({ url: '', row: 0, column: path.join('.'), fault: message }));
  const { tables } = read.data;
  return tables.flatMap((table) => faultsOfTable(table, { tables, files }));
}
