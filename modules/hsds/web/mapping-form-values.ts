import type { Mapping } from '../contract/index.ts';

type Columns = { column?: unknown; target?: unknown; language?: unknown }[];
type Tables = { table?: unknown; rows?: unknown; dayOrder?: unknown; organisation?: unknown; columns?: Columns }[];

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? value : []) as T[];

/** The mapping that a form says, whatever it left blank: what is missing is refused where it is missing. */
export function mappingOf(values: Record<string, unknown>): Mapping {
  const tables = listOf<Tables[number]>(values['tables']).map(({ columns, ...table }) => ({
    ...table,
    columns: listOf<Columns[number]>(columns),
  }));
  return { tables } as unknown as Mapping;
}
