export { Policy, PolicyPreset, Rounding } from './policy.ts';
export { CellState, CountedCell, CountedTable, Cut, Detail, ReleasedCell, ReleasedTable, TableDimension, TableNode } from './table.ts';
