import { refuse } from '@qantara/kernel';
import type { RawRecord } from './parse-records.ts';
import { openZip } from './open-zip.ts';
import { attributeOf, scanXml, type XmlEvent } from './scan-xml.ts';
import { readSheet, type SheetGround } from './read-sheet.ts';

/** A sheet of a workbook by its name, with its lines, read anew each time. */
export type Sheet = { name: string; records: () => AsyncGenerator<RawRecord> };

const MOST_SHEETS = 50;
const MOST_STRINGS = 2_000_000;
const MOST_CHARACTERS = 100_000_000;

type Opening = Extract<XmlEvent, { kind: 'open' }>;
type Parts = { names: string[]; open: (name: string) => Uint8Array };

const partName = (path: string): string => path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function* opened(parts: Parts, name: string) {
  if (parts.names.includes(name)) yield* scanXml(parts.open(name));
}

class StringsReader {
  readonly strings: string[] = [];
  #characters = 0;
  #text = '';
  #isText = false;
  #isReading = false;

  take(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.#isText && !this.#isReading) this.#text += event.text;
      return;
    }
    const isOpen = event.kind === 'open' && !event.isEmpty;
    if (event.name === 't') this.#isText = isOpen;
    else if (event.name === 'rPh') this.#isReading = isOpen;
    else if (event.name === 'si' && !isOpen) this.#end();
  }

  #end(): void {
    this.strings.push(this.#text);
    this.#characters += this.#text.length;
    this.#text = '';
    if (this.strings.length > MOST_STRINGS || this.#characters > MOST_CHARACTERS) refuse('import_too_large');
  }
}

/** The strings that cells name by number (ECMA-376 18.4.8): rich text is the text of its runs, readings of Asian words are none. */
function sharedStrings(parts: Parts): string[] {
  const reader = new StringsReader();
  for (const event of opened(parts, 'xl/sharedstrings.xml')) reader.take(event);
  return reader.strings;
}

/** The number formats that Excel knows without a definition and that show days or times (ECMA-376 18.8.30). */
const DAY_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Outside of quoted words, colours and escapes, these letters stand for parts of a day. */
function showsDay(code: string): boolean {
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, ''));
}

const formatIdOf = ({ attributes }: Opening): number => Number(attributeOf(attributes, 'numFmtId'));

/** The cell styles that show a number as a day or a time. */
function dayStyles(parts: Parts): Set<number> {
  const formats = new Set(DAY_FORMATS);
  const ofCells: number[] = [];
  let isOfCells = false;
  for (const event of opened(parts, 'xl/styles.xml')) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') isOfCells = event.kind === 'open';
    if (event.kind === 'close') continue;
    if (event.name === 'numFmt' && showsDay(attributeOf(event.attributes, 'formatCode') ?? ''))
      formats.add(formatIdOf(event));
    if (event.name === 'xf' && isOfCells) ofCells.push(formatIdOf(event));
  }
  return new Set(ofCells.flatMap((format, style) => (formats.has(format) ? [style] : [])));
}

function relationsOf(parts: Parts): Map<string, string> {
  const targets = new Map<string, string>();
  for (const event of opened(parts, 'xl/_rels/workbook.xml.rels')) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const target = partName(attributeOf(event.attributes, 'Target') ?? '');
    targets.set(attributeOf(event.attributes, 'Id') ?? '', target.startsWith('xl/') ? target : `xl/${target}`);
  }
  return targets;
}

type Book = { sheets: { name: string; part: string }[]; isFrom1904: boolean };

function sheetOf({ attributes }: Opening, relations: ReadonlyMap<string, string>): Book['sheets'][number] {
  const part = relations.get(attributeOf(attributes, 'id') ?? '') ?? '';
  const name = (attributeOf(attributes, 'name') ?? '').trim().slice(0, 100);
  return { part, name: name === '' ? part : name };
}

function bookOf(parts: Parts): Book {
  if (!parts.names.includes('xl/workbook.xml')) refuse('import_unreadable');
  const relations = relationsOf(parts);
  const openings = [...opened(parts, 'xl/workbook.xml')].filter((event) => event.kind === 'open');
  const sheets = openings.filter(({ name }) => name === 'sheet').map((event) => sheetOf(event, relations));
  const dates = openings.find(({ name }) => name === 'workbookPr');
  return {
    sheets: sheets.filter(({ part }) => parts.names.includes(part)).slice(0, MOST_SHEETS),
    isFrom1904: /^(?:1|true)$/.test(attributeOf(dates?.attributes ?? '', 'date1904') ?? ''),
  };
}

/**
 * The sheets of a workbook (ECMA-376, as Excel, LibreOffice and Google write it): values as they were last counted, days as
 * ISO 8601, true and false in words. Refuses `import_unreadable` for what is no workbook and `import_too_large` for one
 * that unpacks to more than we read, which a caller may narrow (`mostFile`, in bytes).
 */
export function readWorkbook(content: Uint8Array, mostFile?: number): Sheet[] {
  const parts: Parts = openZip(content, partName, mostFile);
  const { sheets, isFrom1904 } = bookOf(parts);
  let ground: SheetGround | undefined;
  return sheets.map(({ name, part }) => ({
    name,
    records: async function* records() {
      ground ??= { strings: sharedStrings(parts), dayStyles: dayStyles(parts), isFrom1904 };
      yield* readSheet(parts.open(part), ground);
    },
  }));
}
