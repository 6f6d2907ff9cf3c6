import { strToU8, zipSync } from 'fflate';
import { MAIN_NAMESPACE, rowXml, workbookFrame, XML_HEAD, type WorkbookCell } from '@qantara/kernel';

/** A sheet as it is written: its lines, the heading being the first. */
export type WrittenSheet = { name: string; rows: readonly (readonly WorkbookCell[])[] };

/** A fixed day, so that the same sheets make the same file. */
const NO_DAY = new Date('2020-01-01T00:00:00Z');

function sheetXml({ rows }: WrittenSheet): string {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  const lines = rows.map(rowXml).join('');
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}">${views}<sheetData>${lines}</sheetData></worksheet>`;
}

/** A small workbook (Office Open XML), held whole. Every text is typed as text: no program runs one as a formula. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = workbookFrame(sheets.map(({ name }) => name));
  sheets.forEach((sheet, number) => parts.push([`xl/worksheets/sheet${number + 1}.xml`, sheetXml(sheet)]));
  const files = Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { level: 6, mtime: NO_DAY });
}
