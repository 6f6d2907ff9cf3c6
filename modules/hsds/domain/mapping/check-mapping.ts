import type { FieldFault } from '@qantara/kernel';
import type { Mapping, TableMapping } from '../../contract/index.ts';

const saysSome = (table: TableMapping, targets: string[]): boolean =>
  table.columns.some(({ target }) => target !== null && targets.includes(target));

const NEEDED: Partial<Record<TableMapping['rows'], string[]>> = {
  service: ['service.name', 'service.id'],
  organization: ['organization.name', 'organization.id'],
  location: ['location.name', 'location.id', 'location.address', 'location.address_1', 'location.coordinates'],
  mixed: ['service.name', 'organization.name', 'location.name', 'service.id', 'organization.id', 'location.id'],
  by_column: ['row.kind'],
};

const ONCE = /\.(?:id|kind|parent_id|service_id|location_id)$/;

function faultsOf(table: TableMapping, at: number): FieldFault[] {
  const needed = NEEDED[table.rows];
  const missing =
    needed !== undefined && !saysSome(table, needed)
      ? [{ path: `tables.${at}.rows`, code: `mapping_needs_${table.rows}` }]
      : [];
  const seen = new Set<string>();
  const doubled = table.columns.flatMap(({ target }, column): FieldFault[] => {
    if (target === null || !ONCE.test(target)) return [];
    if (!seen.has(target)) {
      seen.add(target);
      return [];
    }
    return [{ path: `tables.${at}.columns.${column}.target`, code: 'mapping_doubled' }];
  });
  return table.rows === 'none' ? [] : [...missing, ...doubled];
}

/** What a mapping lacks to be read by, column by column: a file without a service in it brings nothing that can be found. */
export function checkMapping(mapping: Mapping): FieldFault[] {
  const faults = mapping.tables.flatMap(faultsOf);
  const hasServices = mapping.tables.some(
    (table) => table.rows === 'by_column' || (table.rows !== 'none' && saysSome(table, ['service.name'])),
  );
  return faults.length > 0 || hasServices ? faults : [{ path: 'tables.0.rows', code: 'mapping_without_services' }];
}
