export { CELL_COLUMNS, fileRowsOf, MARKER, markedNumber } from './markers.ts';
export { auditRelease } from './past/audit-release.ts';
export type { CountedCut, PastRelease } from './past/joint-grid.ts';
export { judgeRelease, type Judgement, type WhyNot } from './past/judge-release.ts';
export { isLooser, presetOf, PRESETS } from './presets.ts';
export { protectNumbers, type CountedNumber, type NumberSum } from './protect-numbers.ts';
export { DOMINANCE, isDominated, protectSums, type DominanceRule, type SumCell, type ToldSum } from './protect-sums.ts';
export { protectTable } from './protect-table.ts';
export { TableDoesNotAddUp } from './grid/table-grid.ts';
