import { z } from 'zod';

const code = z.string().trim().min(1).max(120);

/** One place in a dimension: an area, a period, a group. Without a parent it is a root; `population` is how many live there. */
export const TableNode = z.object({
  code,
  parent: code.nullable().default(null),
  population: z.number().int().min(0).nullable().default(null),
});
export type TableNode = z.infer<typeof TableNode>;

/** One dimension. Where parts overlap (a person has two needs) they do not add up to the whole; each is within it. */
export const TableDimension = z.object({
  code,
  nodes: z.array(TableNode).min(1).max(2000),
  overlaps: z.boolean().default(false),
});
export type TableDimension = z.infer<typeof TableDimension>;

/** One cell: where it is, one code for each dimension; what was counted, out of what. Null is not known, which is not zero. */
export const CountedCell = z.object({
  at: z.array(code),
  count: z.number().int().min(0).nullable(),
  outOf: z.number().int().min(0).nullable().default(null),
  /** What was worked out over those counted, such as a median: told with the count or not at all. */
  value: z.number().nullable().default(null),
  /** Everybody knows it whatever was counted, such as nobody where nobody can be: it hides nothing, and is never hidden. */
  isKnown: z.boolean().optional(),
});
export type CountedCell = z.infer<typeof CountedCell>;

/** A table as it was counted, before anything of it may be told. */
export const CountedTable = z.object({
  dimensions: z.array(TableDimension).min(1).max(5),
  cells: z.array(CountedCell).max(20_000),
});
export type CountedTable = z.infer<typeof CountedTable>;

export const CellState = z.enum(['shown', 'suppressed', 'missing']);
export type CellState = z.infer<typeof CellState>;

/** One cell as everybody may read it: a number that is not shown is null, and its state says why. */
export const ReleasedCell = z.object({
  at: z.array(z.string()),
  state: CellState,
  count: z.number().nullable(),
  outOfState: CellState.nullable(),
  outOf: z.number().nullable(),
  /** Out of the two numbers that are told here, never out of those that were counted. */
  ratio: z.number().nullable(),
  value: z.number().nullable(),
});
export type ReleasedCell = z.infer<typeof ReleasedCell>;

/** How much of a table could be told: all but what is suppressed, the totals alone, or nothing. */
export const Detail = z.enum(['whole', 'totals', 'nothing']);
export type Detail = z.infer<typeof Detail>;

/** A table that may be published: nothing in it, and nothing worked out from it, tells of a few. */
export const ReleasedTable = z.object({
  dimensions: z.array(TableDimension),
  cells: z.array(ReleasedCell),
  detail: Detail,
  /** Rounded numbers that could not be made to add up say so. */
  addsUp: z.boolean(),
});
export type ReleasedTable = z.infer<typeof ReleasedTable>;

/** What of a dataset a table was counted over: codes by dimension; a dimension that is not named is not narrowed. */
export const Cut = z.record(code, z.array(code).min(1).max(500));
export type Cut = z.infer<typeof Cut>;
