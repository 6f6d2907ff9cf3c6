export { areaIdsByName } from './reading/area-names.ts';
export {
  assemble,
  withTranslation,
  type Assembled,
  type AssemblyGround,
  type BroughtTranslation,
  type Naming,
} from './reading/assemble.ts';
export { decodeText, type DecodedText } from './reading/decode-text.ts';
export { ImportReport } from './reading/import-report.ts';
export { needRulesOf, needsOfTerm, type NeedRules, type NeedTerms } from './reading/need-terms.ts';
export { PackageReader } from './reading/package-reader.ts';
export { isStanding, type Home, type StagedRow } from './reading/staged-row.ts';
export { plainCell } from './writing/safe-cell.ts';
export { formatOf, READING_ORDER, tableOf, type TableName, type TableRow } from './reading/tables.ts';
