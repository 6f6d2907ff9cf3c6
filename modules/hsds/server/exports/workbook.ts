import { Readable } from 'node:stream';
import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { AnyRow, ObjectName } from '@qantara/directory/domain';
import { columnsOfTable } from '../../domain/writing/package-tables.ts';
import type { Reader } from '../api/reader.ts';
import { cellsOf } from './package-rows.ts';
import type { Spool } from './spool.ts';
import { listVocabularies, walkDirectory } from './walk-directory.ts';
import { MAIN_NAMESPACE, rowXml, workbookFrame, XML_HEAD, zipFiles, type ZipEntry } from '@qantara/platform';

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

const sheetFile = (number: number): string => `sheet${number + 1}.xml`;

function sheetHead(object: ObjectName, locale: Locale): string {
  const direction = locale === 'ar' ? ' rightToLeft="1"' : '';
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0"${direction}>${frozen}</sheetView></sheetViews>`;
  const widths = `<cols><col min="1" max="${columnsOfTable(object).length}" width="24" customWidth="1"/></cols>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}">${views}${widths}<sheetData>${rowXml(columnsOfTable(object))}`;
}

async function* sheet(
  spool: Spool,
  of: { number: number; object: ObjectName; locale: Locale },
): AsyncGenerator<string | Uint8Array> {
  yield sheetHead(of.object, of.locale);
  yield* spool.read(sheetFile(of.number));
  yield '</sheetData></worksheet>';
}

async function* entriesOf(spool: Spool, locale: Locale): AsyncGenerator<ZipEntry> {
  const titles = SHEETS.map(({ title }) => textIn(title, locale).text);
  for (const [name, text] of workbookFrame(titles)) yield { name, pieces: Readable.from([text]) };
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
