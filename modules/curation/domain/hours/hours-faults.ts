import type { FieldFault } from '@qantara/kernel';
import type { HoursRow } from '../../contract/index.ts';

/** A row in which nothing was written: it is dropped. A place that was chosen says nothing by itself. */
export function isBlankRow(row: HoursRow): boolean {
  const { days, opensAt, closesAt, validFrom, validTo, isClosed, note } = row;
  return days.length === 0 && !isClosed && [opensAt, closesAt, validFrom, validTo, note].every((said) => said === null);
}

function timeFaults({ days, opensAt, closesAt }: HoursRow): [string, string][] {
  return [
    ...(days.length === 0 ? [['days', 'day_needed'] as [string, string]] : []),
    ...(opensAt === null ? [['opensAt', 'time_needed'] as [string, string]] : []),
    ...(closesAt === null ? [['closesAt', 'time_needed'] as [string, string]] : []),
  ];
}

function closureFaults({ days, opensAt, closesAt, validFrom, validTo }: HoursRow): [string, string][] {
  const hasHours = days.length > 0 || opensAt !== null || closesAt !== null;
  return [
    ...(hasHours ? [['isClosed', 'closed_with_hours'] as [string, string]] : []),
    ...(validFrom === null && validTo === null ? [['validFrom', 'dates_needed'] as [string, string]] : []),
  ];
}

function faultsIn(row: HoursRow, places: ReadonlySet<string>): [string, string][] {
  const isBackwards = row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom;
  const isElsewhere = row.locationId !== null && !places.has(row.locationId);
  return [
    ...(row.isClosed ? closureFaults(row) : timeFaults(row)),
    ...(isBackwards ? [['validTo', 'to_before_from'] as [string, string]] : []),
    ...(isElsewhere ? [['locationId', 'not_a_choice'] as [string, string]] : []),
  ];
}

/** What is wrong in the rows, each fault at its field; rows that are blank or go are not looked at. */
export function hoursFaults(rows: readonly HoursRow[], places: ReadonlySet<string>): FieldFault[] {
  return rows.flatMap((row, index) =>
    row.isRemoved || isBlankRow(row)
      ? []
      : faultsIn(row, places).map(([field, code]) => ({ path: `rows.${index}.${field}`, code })),
  );
}
