import type { RowRefusalCode } from '../../contract/index.ts';
import { cleanText } from './clean-text.ts';
import type { ImportReport } from './import-report.ts';
import type { TableRow } from './tables.ts';

const MOST_TEXT = 20_000;
const MOST_ID = 200;
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@.]{2,}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.*))?$/;
const TIME = /^(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const TIME_OF_DAY = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A day that is in the calendar, or undefined: 30 February is none. */
function dayOf(value: string): string | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = Number(year) > 1900 && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return isDay ? `${year}-${month}-${day}` : undefined;
}

function clockOf(value: string): string | undefined {
  const [, hour = '', minute = '', seconds = '', zone = ''] = TIME.exec(value) ?? [];
  const isMidnight = `${hour}:${minute}` === '24:00';
  const isTime = hour !== '' && Number(minute) < 60 && (Number(hour) < 24 || isMidnight);
  return isTime ? `${hour.padStart(2, '0')}:${minute}${seconds}${zone}` : undefined;
}

/** Reads the cells of one row; a value that cannot be what its column says is left out, and said. */
export class RowReader {
  readonly at: TableRow;
  readonly #report: ImportReport;
  readonly #isHidden: boolean;

  /** Of a row about a confidential place no value is ever repeated, not even one that is refused. */
  constructor(row: TableRow, report: ImportReport, isHidden = false) {
    this.at = row;
    this.#report = report;
    this.#isHidden = isHidden;
  }

  /** Whether nothing stands in the cell: most cells of most rows. */
  isEmpty(field: string): boolean {
    return (this.at.cells[field] ?? '') === '';
  }

  /** The cell as it stands, trimmed. */
  raw(field: string): string {
    return (this.at.cells[field] ?? '').trim();
  }

  text(field: string): string | null {
    const text = cleanText(this.raw(field));
    if (text.length > MOST_TEXT) return this.leaveOut('too_long', field);
    return text === '' ? null : text;
  }

  /** An identifier of the source: any short text, as 1.1 had it. */
  id(field: string): string | null {
    const id = this.raw(field);
    if (id.length > MOST_ID) return this.leaveOut('too_long', field);
    return id === '' ? null : id;
  }

  /** A day, `2026-03-01`, as ISO 8601 has it; a time behind it is let go. */
  date(field: string): string | null {
    const value = this.raw(field);
    return value === '' ? null : (dayOf(value) ?? this.leaveOut('not_date', field));
  }

  /** A day or a moment (ISO 8601), as it was written. */
  moment(field: string): string | null {
    const value = this.raw(field);
    if (value === '') return null;
    const time = DAY.exec(value)?.[4];
    if (dayOf(value) === undefined || (time !== undefined && !TIME_OF_DAY.test(time)))
      return this.leaveOut('not_date', field);
    return value;
  }

  /** The clock's time as it was written, `09:30`, `09:30:00` or `09:30+01:00`; a single digit of hours gets its zero. */
  time(field: string): string | null {
    const value = this.raw(field);
    if (value === '') return null;
    return clockOf(value) ?? this.leaveOut('not_time', field);
  }

  number(field: string, limits: { min: number; max: number }): number | null {
    const value = this.raw(field);
    if (value === '') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(value)) return this.leaveOut('not_number', field);
    const number = Number(value);
    return number >= limits.min && number <= limits.max ? number : this.leaveOut('out_of_range', field);
  }

  email(field: string): string | null {
    const value = this.raw(field).replace(/^mailto:/i, '');
    if (value === '') return null;
    return EMAIL.test(value) && value.length <= 254 ? value : this.leaveOut('not_email', field);
  }

  /** An address on the web; one without `https://` gets it, and anything that is no web address is left out. */
  url(field: string): string | null {
    const value = this.raw(field);
    if (value === '') return null;
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
    const isWeb = URL.canParse(whole) && /^https?:\/\/[^/\s]+\.[^/\s]+$|^https?:\/\/[^/\s]+\.[^\s]+/i.test(whole);
    return isWeb && whole.length <= 2000 ? whole.replaceAll(' ', '%20') : this.leaveOut('not_url', field);
  }

  /** One of a closed set, in any case and with any space or underscore; null where it is none of them. */
  choice<T extends string>(field: string, choices: readonly T[]): T | null {
    const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
    const value = this.raw(field);
    if (value === '') return null;
    return choices.find((choice) => plain(choice) === plain(value)) ?? this.leaveOut('not_a_choice', field);
  }

  refuseRow(code: RowRefusalCode, field: string): null {
    this.#report.refuseRow(this.at, code, { field: this.#column(field), value: this.#told(field) });
    return null;
  }

  leaveOut(code: RowRefusalCode, field: string): null {
    this.#report.refuseValue(this.at, code, { field: this.#column(field), value: this.#told(field) });
    return null;
  }

  #column(field: string): string {
    return this.at.columns?.[field] ?? field;
  }

  #told(field: string): string {
    return this.#isHidden ? '' : (this.at.typed?.[field]?.trim() ?? this.raw(field));
  }
}
