import type { ObjectName } from '@qantara/directory/domain';
import { CLOSED, DAY_CODES, weekdayOf } from '@qantara/directory/domain';
import type { TableName, TableRow } from './tables.ts';

type Cells = Record<string, string>;
/** A row in the words of HSDS 3.1. */
export type ModernRow = { object: ObjectName; row: TableRow };

const lists = (said: string | undefined): string[] =>
  (said ?? '')
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A cell under its newer name, where the table has no column of that name. */
function renamed(cells: Cells, names: Readonly<Record<string, string>>): Cells {
  const modern: Cells = { ...cells };
  for (const [older, newer] of Object.entries(names)) {
    const value = modern[older];
    if (value === undefined || modern[newer] !== undefined) continue;
    modern[newer] = value;
    delete modern[older];
  }
  return modern;
}

/** Names that columns had before 3.0, by table. */
const RENAMED: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  organization: { url: 'website' },
  service: { fees: 'fees_description' },
  accessibility: { accessibility: 'description' },
  service_area: { service_area: 'name' },
  language: { language: 'name' },
  schedule: { weekday: 'byday', start_date: 'valid_from', end_date: 'valid_to' },
  taxonomy_term: { vocabulary: 'taxonomy' },
};

function dayCodes(said: string): string {
  const days = lists(said).map((day) => (/^[+-]?\d+[A-Z]{2}$/i.test(day) ? day.toUpperCase() : codeOf(day)));
  return days.join(',');
}

function codeOf(day: string): string {
  const weekday = weekdayOf(day);
  return weekday === undefined ? day : (DAY_CODES[weekday - 1] ?? day);
}

function schedule(cells: Cells): Cells {
  const byday = dayCodes(cells['byday'] ?? '');
  const isWeekly = byday !== '' && (cells['freq'] ?? '') === '';
  return { ...cells, byday, freq: isWeekly ? 'WEEKLY' : (cells['freq'] ?? '').toUpperCase() };
}

/** HSDS 3.x has no field that says "closed": the notes of the schedule do (`CLOSED`). */
function holiday({ closed = '', start_date = '', end_date = '', id: _shared, ...cells }: Cells): Cells {
  const isClosed = /^(?:true|1|t|y|yes)$/i.test(closed.trim());
  return { ...cells, valid_from: start_date, valid_to: end_date, notes: isClosed ? CLOSED : '' };
}

function address(cells: Cells, file: string): Cells {
  const { address_3 = '', address_4 = '', ...rest } = cells;
  const second = [rest['address_2'] ?? '', address_3, address_4].filter((line) => line.trim() !== '').join(', ');
  const type = rest['address_type'] || (/(?:^|: )postal/i.test(file) ? 'postal' : 'physical');
  return { ...rest, address_2: second, address_type: type };
}

/** 1.1 and 2.0 name the service; 3.x names any record. 1.1's `taxonomy_id` is the term. */
function attribute(cells: Cells): Cells {
  const { service_id = '', taxonomy_id = '', taxonomy_detail = '', ...rest } = cells;
  const isOld = (rest['link_id'] ?? '') === '' && service_id !== '';
  return {
    ...rest,
    ...(isOld ? { link_id: service_id, link_entity: 'service' } : {}),
    taxonomy_term_id: rest['taxonomy_term_id'] || taxonomy_id,
    value: rest['value'] || taxonomy_detail,
  };
}

const CHANGED: Partial<Record<TableName, (cells: Cells, file: string) => Cells>> = {
  schedule,
  holiday_schedule: holiday,
  address,
  attribute,
  accessibility: (cells) => ({ ...cells, description: (cells['description'] ?? '').replaceAll('_', ' ') }),
  payment_accepted: ({ service_id = '', payment = '' }) => ({
    link_id: service_id,
    link_entity: 'service',
    label: 'payment_accepted',
    value: payment,
  }),
  phone: ({ number = '', ...cells }) => ({ ...cells, number: number.replaceAll('"', '').trim() }),
};

const OBJECT_OF: Partial<Record<TableName, ObjectName>> = {
  holiday_schedule: 'schedule',
  payment_accepted: 'attribute',
};

/** What stood in one cell of an older row and is a row of its own now. */
function rowsInside(table: TableName, cells: Cells): { object: ObjectName; cells: Cells }[] {
  if (table === 'service')
    return lists(cells['taxonomy_ids']).map((term) => ({
      object: 'attribute',
      cells: { link_id: cells['id'] ?? '', link_entity: 'service', taxonomy_term_id: term },
    }));
  if (table === 'phone')
    return lists(cells['language']).map((said) => ({
      object: 'language',
      cells: { phone_id: cells['id'] ?? '', name: said },
    }));
  return [];
}

/** One row of any version as rows of HSDS 3.1 (its changelog of 3.0 says which field became which). */
export function modernRows(table: TableName, row: TableRow): ModernRow[] {
  const cells =
    CHANGED[table]?.(renamed(row.cells, RENAMED[table] ?? {}), row.file) ?? renamed(row.cells, RENAMED[table] ?? {});
  const inside = rowsInside(table, cells);
  for (const column of ['taxonomy_ids', ...(table === 'phone' ? ['language'] : [])]) delete cells[column];
  const object = OBJECT_OF[table] ?? (table as ObjectName);
  return [{ object, cells }, ...inside].map((one) => ({ object: one.object, row: { ...row, cells: one.cells } }));
}
