import './without-eval.ts';
export { markOf, newId, idOf, type Id } from './id.ts';
export {
  LOCALES,
  Locale,
  LocalizedText,
  OptionalLocalizedText,
  directionOf,
  textIn,
  type Direction,
  type ShownText,
} from './localized-text.ts';
export { Refusal, refuse, type FieldFault } from './refusal.ts';
export {
  clientFor,
  route,
  type Client,
  type Command,
  type InputOf,
  type Invoke,
  type InvokeAnswer,
  type OutputOf,
  type ParsedInputOf,
  type Permission,
  type Route,
  type RouteTable,
} from './route.ts';
export { wireRoute, type WireRoute, type WireTable } from './wire-route.ts';
export { ANYONE, mayUse, type Actor } from './actor.ts';
export { translatorFor, type Catalogue, type Translate } from './translate.ts';
export { formatsFor, isolate, type Formats, type RegionSettings } from './format.ts';
export { foldText } from './fold-text.ts';
export { IsoDate, IsoDateTime, optionalText, pageOf, Paging, type Page } from './shapes.ts';
export { Problem } from './problem.ts';
export { csvOf, type CsvCell } from './csv.ts';
export { decodePieces, decodeText, isTooDeep, type DecodedPieces, type DecodedText } from './decode-text.ts';
export { csvLine, plainCell, safeCell } from './safe-cell.ts';
export { dayAfter } from './day-after.ts';
export { dayIn } from './day-in.ts';
export { monthsFrom } from './months-from.ts';
export { latinDigits } from './latin-digits.ts';
export { refusalStatus } from './refusal-status.ts';
export { escapeXml, MAIN_NAMESPACE, rowXml, workbookFrame, XML_HEAD, type WorkbookCell } from './workbook-parts.ts';
