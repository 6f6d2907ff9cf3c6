import { strToU8, zipSync } from 'fflate';
import type { PackageFiles } from './read-files.ts';

/** Files of a package out of texts and bytes. */
export function filesOf(contents: Record<string, string | Uint8Array>): PackageFiles {
  const bytes = (name: string) => {
    const content = contents[name] ?? '';
    return typeof content === 'string' ? strToU8(content) : content;
  };
  return { names: Object.keys(contents), open: async (name) => bytes(name) };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Book = { sheets: Record<string, string>; strings?: string; styles?: string; properties?: string };

/** The parts of a workbook with the rows of each sheet as they stand in its XML. */
export function workbookParts({ sheets, strings = '', styles = '', properties = '' }: Book): Record<string, string> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_name, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  for (const [at, name] of names.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  return parts;
}

export function zipOf(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

export function aWorkbook(book: Book): Uint8Array {
  return zipOf(workbookParts(book));
}
