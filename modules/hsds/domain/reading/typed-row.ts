import type { Locale } from '@qantara/kernel';
import { fieldsOf, modelOf, type AnyRow, type FieldKind, type ObjectName } from '@qantara/directory/domain';
import { Capacity, ServiceStatus } from '@qantara/directory/contract';
import type { ImportReport } from './import-report.ts';
import { yesOrNo } from '../mapping/yes-or-no.ts';
import { RowReader } from './row-reader.ts';
import type { TableRow } from './tables.ts';

/** What numbers can be, where their names say it. */
const LIMITS: Readonly<Record<string, { min: number; max: number }>> = {
  latitude: { min: -90, max: 90 },
  longitude: { min: -180, max: 180 },
  minimum_age: { min: 0, max: 150 },
  maximum_age: { min: 0, max: 150 },
  timezone: { min: -24, max: 24 },
  year_incorporated: { min: 0, max: 9999 },
};
const ANY = { min: -1e15, max: 1e15 };
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'service.status': ServiceStatus.options,
  'location.location_type': ['physical', 'postal', 'virtual'],
  'address.address_type': ['physical', 'postal', 'virtual'],
  'schedule.freq': ['WEEKLY', 'MONTHLY'],
  'schedule.wkst': ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
};

/** Whether a row of locations says that its place is confidential. */
export function isConfidential({ cells }: TableRow): boolean {
  const said = (cells['is_confidential'] ?? '').trim();
  return said !== '' && yesOrNo(said) !== false;
}

/** What our profile adds to HSDS's fields, and how each is read. */
const EXTENSIONS: Partial<Record<ObjectName, Readonly<Record<string, (row: RowReader) => unknown>>>> = {
  service: {
    capacity_status: (row) => row.choice('capacity_status', Capacity.options),
    capacity_updated: (row) => row.moment('capacity_updated'),
  },
  location: { is_confidential: (row) => isConfidential(row.at) || null },
};
/** In our rows the moment of a word on capacity is called as the database calls it. */
const CALLED: Readonly<Record<string, string>> = { capacity_updated: 'capacity_at' };

type As = { object: ObjectName; language: Locale; report: ImportReport; isHidden: boolean };

/** How a value of each kind is read; what is none of these names another record. */
const READ: Partial<Record<FieldKind, (row: RowReader, field: string) => unknown>> = {
  string: (row, field) => row.text(field),
  number: (row, field) => row.number(field, LIMITS[field] ?? ANY),
  date: (row, field) => row.date(field),
  datetime: (row, field) => row.moment(field),
  time: (row, field) => row.time(field),
  uri: (row, field) => row.url(field),
  email: (row, field) => row.email(field),
};

function valueOf(row: RowReader, [field, kind]: readonly [string, FieldKind], as: As): unknown {
  if (row.isEmpty(field)) return null;
  const choices = CHOICES[`${as.object}.${field}`];
  if (choices !== undefined) return row.choice(field, choices);
  if (kind !== 'text') return (READ[kind] ?? ((one, name) => one.id(name)))(row, field);
  const text = row.text(field);
  return text === null ? null : { [as.language]: text };
}

function isMissing(object: ObjectName, typed: AnyRow, row: RowReader): boolean {
  const field = modelOf(object).required.find((name) => typed[name] === undefined);
  if (field === undefined) return false;
  // A number that is none, a link to nowhere: the value is what is wrong, and it is what the row was for.
  row.refuseRow('required', field);
  return true;
}

/**
 * A row as its object has it, with what the source calls the records that it names; undefined where it lacks what it cannot
 * be without, which is said. A value that cannot be what its column says is left out, and said.
 */
export function typedRow(table: TableRow, as: As): AnyRow | undefined {
  const row = new RowReader(table, as.report, as.isHidden);
  const typed: AnyRow = { id: row.id('id') ?? '' };
  for (const field of fieldsOf(as.object)) put(typed, field[0], valueOf(row, field, as));
  for (const [field, read] of Object.entries(EXTENSIONS[as.object] ?? {}))
    put(typed, CALLED[field] ?? field, read(row));
  // A status that nobody knows is not shown as open: whoever comes in vain pays for it.
  if (as.object === 'service' && row.raw('status') !== '') typed['status'] ??= 'inactive';
  return isMissing(as.object, typed, row) ? undefined : typed;
}

function put(typed: AnyRow, field: string, value: unknown): void {
  if (value !== null) typed[field] = value;
}

const COLUMNS = new Map<ObjectName, ReadonlySet<string>>();

function columnsOf(object: ObjectName): ReadonlySet<string> {
  const known = COLUMNS.get(object);
  if (known !== undefined) return known;
  const fields = fieldsOf(object).map(([field]) => field);
  const columns = new Set(['id', ...fields, ...Object.keys(EXTENSIONS[object] ?? {})]);
  COLUMNS.set(object, columns);
  return columns;
}

/** The columns of a row that the object has no field for, with what stands in them. */
export function extraColumns(table: TableRow, object: ObjectName): [column: string, value: string][] {
  const known = columnsOf(object);
  return Object.entries(table.cells).filter(
    ([column, value]) => column !== '' && !known.has(column) && value.trim() !== '',
  );
}
