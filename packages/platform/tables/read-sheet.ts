import { setImmediate as breathe } from 'node:timers/promises';
import type { RawRecord } from './parse-records.ts';
import { attributeOf, scanXml, type XmlEvent } from './scan-xml.ts';

/** What the cells of all sheets of a workbook are read by. */
export type SheetGround = { strings: readonly string[]; dayStyles: ReadonlySet<number>; isFrom1904: boolean };

const MOST_COLUMNS = 300;
const MOST_ROWS = 1_048_576;
const MOST_CELL = 1_000_000;
const DAY_MS = 86_400_000;

/** `BC12` is the fifty-fifth column; undefined beyond those that are read. */
function columnOf(reference: string): number | undefined {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(reference) ?? [];
  if (letters === '') return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
  return column < MOST_COLUMNS ? column : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day as Excel counts it: from 1900, which it takes for a leap year, or from 1904. */
function dayOf(serial: number, isFrom1904: boolean): string {
  if (serial < 0 || serial > 2_958_465) return String(serial);
  const seconds = Math.round((serial % 1) * 86_400);
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}`;
  if (serial < 1) return time;
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const days = isFrom1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  const date = new Date((days - 25_569) * DAY_MS).toISOString().slice(0, 10);
  const rest = seconds % 60;
  return seconds % 86_400 === 0 ? date : `${date}T${time}:${two(rest)}`;
}

function numberOf(said: string, of: { style: number; ground: SheetGround }): string {
  const number = Number(said);
  if (said.trim() === '' || !Number.isFinite(number)) return said;
  if (of.ground.dayStyles.has(of.style)) return dayOf(number, of.ground.isFrom1904);
  // A sum of cents is stored as 0.30000000000000004: what people see has fifteen digits at most.
  return String(Number(number.toPrecision(15)));
}

/** Control characters are written as `_x000D_`. */
function plainText(text: string): string {
  return text
    .replace(/_x([0-9A-F]{4})_/gi, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('\u0000', '')
    .toWellFormed();
}

type Cell = { column: number | undefined; type: string; style: number; text: string };

function valueOf(cell: Cell, ground: SheetGround): string {
  if (cell.type === 's') return plainText(ground.strings[Number(cell.text)] ?? '');
  if (cell.type === 'b') return cell.text === '1' ? 'true' : 'false';
  // `#N/A`, `#REF!`: a formula that failed says nothing.
  if (cell.type === 'e') return '';
  if (cell.type === 'str' || cell.type === 'inlineStr' || cell.type === 'd') return plainText(cell.text);
  return numberOf(cell.text, { style: cell.style, ground });
}

class SheetReader {
  readonly #ground: SheetGround;
  #row = 0;
  #cells: string[] = [];
  #cell: Cell | undefined;
  #next = 0;
  #isText = false;
  #isReading = false;

  constructor(ground: SheetGround) {
    this.#ground = ground;
  }

  /** What one event completes: a line that has something in it. */
  take(event: XmlEvent): RawRecord | undefined {
    if (event.kind === 'text') {
      if (this.#isText && !this.#isReading) this.#addText(event.text);
      return undefined;
    }
    const isOpen = event.kind === 'open';
    if (isOpen) this.#open(event.name, event.attributes);
    return isOpen && !event.isEmpty ? undefined : this.#close(event.name);
  }

  #open(name: string, attributes: string): void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#isText = true;
    else if (name === 'rPh') this.#isReading = true;
  }

  #openRow(attributes: string): void {
    const said = Number(attributeOf(attributes, 'r') ?? this.#row + 1);
    this.#row = Number.isInteger(said) && said > this.#row ? said : this.#row + 1;
    this.#cells = [];
    this.#next = 0;
  }

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const column = reference === undefined ? this.#next : columnOf(reference);
    this.#cell = {
      column: column !== undefined && column < MOST_COLUMNS ? column : undefined,
      type: attributeOf(attributes, 't') ?? 'n',
      style: Number(attributeOf(attributes, 's') ?? -1),
      text: '',
    };
    this.#next = (column ?? this.#next) + 1;
  }

  #close(name: string): RawRecord | undefined {
    if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row' && this.#row <= MOST_ROWS && this.#cells.some((cell) => cell.trim() !== ''))
      return { at: this.#row, cells: this.#cells };
    return undefined;
  }

  #addText(text: string): void {
    if (this.#cell !== undefined && this.#cell.text.length < MOST_CELL) this.#cell.text += text;
  }

  #endCell(): void {
    const { column } = this.#cell ?? {};
    if (this.#cell !== undefined && column !== undefined) {
      while (this.#cells.length < column) this.#cells.push('');
      this.#cells[column] = valueOf(this.#cell, this.#ground);
    }
    this.#cell = undefined;
  }
}

const BREATH = 20_000;

/** The lines of a sheet that have something in them, by the numbers that a spreadsheet shows. */
export async function* readSheet(bytes: Uint8Array, ground: SheetGround): AsyncGenerator<RawRecord> {
  const reader = new SheetReader(ground);
  let events = 0;
  for (const event of scanXml(bytes)) {
    const record = reader.take(event);
    if (record !== undefined) yield record;
    events += 1;
    if (events % BREATH === 0) await breathe();
  }
}
