import { csvOf } from '@qantara/kernel';
import type { RowRefusal } from '../contract/index.ts';

const COLUMNS = ['file', 'row', 'field', 'code', 'value', 'scope'] as const;

/** The refusals as a table that a spreadsheet opens. */
export function refusalsCsv(refusals: RowRefusal[]): string {
  return csvOf([[...COLUMNS], ...refusals.map((refusal) => COLUMNS.map((column) => refusal[column]))]);
}
