export { agencyRecords, type AgencyNotes, type AirsRecord } from './airs/airs-agency.ts';
export type { AirsElement } from './airs/airs-element.ts';
export { areaIdsByName } from './reading/area-names.ts';
export {
  assemble,
  withTranslation,
  type Assembled,
  type AssemblyGround,
  type BroughtTranslation,
  type Naming,
} from './reading/assemble.ts';
export { ImportReport } from './reading/import-report.ts';
export { needRulesOf, needsOfTerm, type NeedRules, type NeedTerms } from './reading/need-terms.ts';
export { PackageReader } from './reading/package-reader.ts';
export { protectRuleOf, type PlacesToProtect, type ProtectRule } from './reading/places-to-protect.ts';
export { isStanding, type Home, type StagedRow } from './reading/staged-row.ts';
export { formatOf, READING_ORDER, tableOf, type TableName, type TableRow } from './reading/tables.ts';
export { checkMapping } from './mapping/check-mapping.ts';
export type { Cells, Emitted, LeftOut } from './mapping/emitted.ts';
export { homeCells, translationCells } from './mapping/home-cells.ts';
export { MappedRow, organizationIdOf, type FileIndex } from './mapping/mapped-row.ts';
export { partCells, partsOf } from './mapping/part-cells.ts';
export type { PartGround } from './mapping/part.ts';
export { isMapped, savedFor, suggestMapping, type ColumnNames } from './mapping/suggest-mapping.ts';
export { kindOf, TablePlan, type KindWords } from './mapping/table-plan.ts';
export { Unnester, type FoundRow, type RowKeeper } from './writing/unnest-records.ts';
