import { Readable } from 'node:stream';
import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { AnyRow, ObjectName } from '@qantara/directory/domain';
import { columnsOfTable } from '../../domain/writing/package-tables.ts';
import type { Reader } from '../api/reader.ts';
import { cellsOf } from './package-rows.ts';
import type { Spool } from './spool.ts';
import { listVocabularies, walkDirectory } from './walk-directory.ts';
import { zipFiles, type ZipEntry } from './zip-files.ts';

/** The sheets of the workbook, chief objects first as people look for them. */
const SHEETS: readonly { object: ObjectName; title: LocalizedText }[] = [
  { object: 'service', title: { ar: 'الخدمات', fr: 'Services', en: 'Services' } },
  { object: 'organization', title: { ar: 'الجهات', fr: 'Organismes', en: 'Organizations' } },
  { object: 'program', title: { ar: 'البرامج', fr: 'Programmes', en: 'Programs' } },
  { object: 'location', title: { ar: 'الأماكن', fr: 'Lieux', en: 'Locations' } },
  {
    object: 'service_at_location',
    title: { ar: 'الخدمات في الأماكن', fr: 'Services par lieu', en: 'Services at locations' },
  },
  { object: 'address', title: { ar: 'العناوين', fr: 'Adresses', en: 'Addresses' } },
  { object: 'phone', title: { ar: 'الهواتف', fr: 'Téléphones', en: 'Phones' } },
  { object: 'schedule', title: { ar: 'الأوقات', fr: 'Horaires', en: 'Schedules' } },
  { object: 'taxonomy_term', title: { ar: 'التصنيفات', fr: 'Termes', en: 'Taxonomy terms' } },
];
const SHOWN = new Set(SHEETS.map(({ object }) => object));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** No cell of a workbook holds more (Excel's limit; a longer one makes the whole file unreadable there). */
const MOST_CELL = 32_767;

/** Text as XML has it: what XML cannot say at all is left out. */
function escaped(text: string): string {
  return text
    .slice(0, MOST_CELL)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

type Cell = ReturnType<typeof cellsOf>[number];

/** A text is typed as a text: nothing in it is ever run as a formula. */
function cellXml(cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function rowXml(cells: readonly Cell[]): string {
  return `<row>${cells.map(cellXml).join('')}</row>`;
}

const sheetFile = (number: number): string => `sheet${number + 1}.xml`;

function sheetHead(object: ObjectName, locale: Locale): string {
  const direction = locale === 'ar' ? ' rightToLeft="1"' : '';
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0"${direction}>${frozen}</sheetView></sheetViews>`;
  const widths = `<cols><col min="1" max="${columnsOfTable(object).length}" width="24" customWidth="1"/></cols>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${views}${widths}<sheetData>${rowXml(columnsOfTable(object))}`;
}

async function* sheet(
  spool: Spool,
  of: { number: number; object: ObjectName; locale: Locale },
): AsyncGenerator<string | Uint8Array> {
  yield sheetHead(of.object, of.locale);
  yield* spool.read(sheetFile(of.number));
  yield '</sheetData></worksheet>';
}

function frame(locale: Locale): [name: string, text: string][] {
  const numbers = SHEETS.map((_, number) => number);
  const types = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/${sheetFile(number)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const sheets = SHEETS.map(
    ({ title }, number) =>
      `<sheet name="${escaped(textIn(title, locale).text)}" sheetId="${number + 1}" r:id="rId${number + 1}"/>`,
  );
  const relations = numbers.map(
    (number) =>
      `<Relationship Id="rId${number + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/${sheetFile(number)}"/>`,
  );
  const document = `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`;
  const kinds = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`;
  return [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${kinds}${types.join('')}</Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">${document}</Relationships>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
  ];
}

async function* entriesOf(spool: Spool, locale: Locale): AsyncGenerator<ZipEntry> {
  for (const [name, text] of frame(locale)) yield { name, pieces: Readable.from([`${HEAD}${text}`]) };
  for (const [number, { object }] of SHEETS.entries())
    yield { name: `xl/worksheets/${sheetFile(number)}`, pieces: sheet(spool, { number, object, locale }) };
}

/** The directory as one workbook (Office Open XML): a sheet for each chief object, from right to left in Arabic. */
export async function* workbook(reader: Reader, of: { spool: Spool; locale: Locale }): AsyncGenerator<Uint8Array> {
  const { spool, locale } = of;
  const write = async (object: ObjectName, rows: readonly AnyRow[]): Promise<void> => {
    const number = SHEETS.findIndex((one) => one.object === object);
    await spool.write(sheetFile(number), rows.map((row) => rowXml(cellsOf(object, row, locale))).join(''));
  };
  for (const { object } of SHEETS) await write(object, []);
  await write('taxonomy_term', (await listVocabularies(reader)).get('taxonomy_term') ?? []);
  for await (const { bundle } of walkDirectory(reader))
    for (const [object, rows] of bundle.rows)
      if (SHOWN.has(object) && object !== 'taxonomy_term') await write(object, rows);
  await spool.end();
  yield* zipFiles(entriesOf(spool, locale));
}
