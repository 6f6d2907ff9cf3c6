/** The namespace of sheets. */
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** How each part of a workbook begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** No cell of a workbook holds more (Excel's limit; a longer one makes the whole file unreadable there). */
const MOST_CELL = 32_767;

/** Text as XML has it: what XML cannot say at all is left out. */
export function escapeXml(text: string): string {
  return text
    .slice(0, MOST_CELL)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `_x000D_` stands for a control character in a workbook (ECMA-376 22.4.2.4); where a text says just that, its first line is one too. */
const ESCAPED = /_(?=x[0-9A-F]{4}_)/gi;

/** What may stand in a cell. */
export type WorkbookCell = string | number | boolean | null | undefined;

/** A text is typed as a text: nothing in it is ever run as a formula. */
function cellXml(cell: WorkbookCell): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.replaceAll(ESCAPED, '_x005F_'))}</t></is></c>`;
}

/** One line of a sheet. */
export function rowXml(cells: readonly WorkbookCell[]): string {
  return `<row>${cells.map(cellXml).join('')}</row>`;
}

/** The file of a sheet, by its number from 0. */
const sheetFile = (number: number): string => `sheet${number + 1}.xml`;

/** The parts of a workbook besides its sheets, which are `xl/worksheets/sheet1.xml` and so on. */
export function workbookFrame(titles: readonly string[]): [name: string, text: string][] {
  const types = titles.map(
    (_title, number) =>
      `<Override PartName="/xl/worksheets/${sheetFile(number)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const sheets = titles.map(
    (title, number) => `<sheet name="${escapeXml(title)}" sheetId="${number + 1}" r:id="rId${number + 1}"/>`,
  );
  const relations = titles.map(
    (_title, number) =>
      `<Relationship Id="rId${number + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/${sheetFile(number)}"/>`,
  );
  const document = `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`;
  const kinds = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${kinds}${types.join('')}</Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${document}</Relationships>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
  ];
  return parts.map(([name, text]) => [name, `${XML_HEAD}${text}`]);
}
