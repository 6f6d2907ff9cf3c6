import { Locale } from '@qantara/kernel';
import { z } from 'zod';
import { MappingTarget } from './mapping-target.ts';

/** What the rows of a table are about; in `by_column` a column says it, row by row; `none` passes the table over. */
export const RowKind = z.enum(['mixed', 'service', 'organization', 'location', 'by_column', 'none']);
export type RowKind = z.infer<typeof RowKind>;

/** How 3/4/2026 is meant; days that begin with the year leave no doubt. */
export const DayOrder = z.enum(['dmy', 'mdy']);
export type DayOrder = z.infer<typeof DayOrder>;

const blank = (value: unknown) => (value === '' ? null : value);

export const ColumnMapping = z.object({
  /** The column as its heading has it. */
  column: z.string().trim().min(1).max(300),
  target: z.preprocess(
    blank,
    MappingTarget.nullish().transform((target) => target ?? null),
  ),
  /** The language of its texts, where it is another than that of the file. */
  language: z.preprocess(
    blank,
    Locale.nullish().transform((language) => language ?? null),
  ),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const TableMapping = z.object({
  /** The name of its file, and of its sheet: `services.csv`, `list.xlsx: Sheet1`. */
  table: z.string().trim().min(1).max(300),
  rows: RowKind,
  dayOrder: DayOrder.default('dmy'),
  /** Whose the services are of which no row says it, or says it of nobody who is in the file. */
  organisation: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .max(200)
      .nullish()
      .transform((name) => name ?? null),
  ),
  columns: z.array(ColumnMapping).max(300),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** Which columns of a source's tables say what: kept under the source's name for its next file. */
export const Mapping = z.object({ tables: z.array(TableMapping).min(1).max(50) });
export type Mapping = z.infer<typeof Mapping>;

/** A column of a file that waits for its mapping, with the first values that stand in it. */
export const FoundColumn = z.object({
  column: z.string(),
  filled: z.number().int(),
  values: z.array(z.string()),
});
export const FoundTable = z.object({ table: z.string(), rows: z.number().int(), columns: z.array(FoundColumn) });
export type FoundTable = z.infer<typeof FoundTable>;
