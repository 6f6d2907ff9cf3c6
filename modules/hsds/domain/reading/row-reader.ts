import type { RowRefusalCode } from '../../contract/index.ts';
import { cleanText } from './clean-text.ts';
import type { ImportReport } from './import-report.ts';
import type { TableRow } from './tables.ts';

const MOST_TEXT = 20_000;
const MOST_ID = 200;
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@.]{2,}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** Reads the cells of one row; a value that cannot be what its column says is left out, and said. */
export class RowReader {
  readonly at: TableRow;
  readonly #report: ImportReport;

  constructor(row: TableRow, report: ImportReport) {
    this.at = row;
    this.#report = report;
  }

  /** The cell as it stands, trimmed; of several names of one column, the first that has something. */
  raw(...fields: string[]): string {
    for (const field of fields) {
      const value = (this.at.cells[field] ?? '').trim();
      if (value !== '') return value;
    }
    return '';
  }

  text(...fields: string[]): string | null {
    const text = cleanText(this.raw(...fields));
    if (text.length > MOST_TEXT) return this.#leaveOut('too_long', fields[0] ?? '', text);
    return text === '' ? null : text;
  }

  /** An identifier of the source: any short text, as 1.1 had it. */
  id(field: string): string | null {
    const id = this.raw(field);
    if (id.length > MOST_ID) return this.#leaveOut('too_long', field, id);
    return id === '' ? null : id;
  }

  /** The day, `2026-03-01`, of a day or a moment (ISO 8601); a day that no calendar has is none. */
  date(field: string): string | null {
    const value = this.raw(field);
    if (value === '') return null;
    const [, year = '', month = '', day = ''] = DAY.exec(value) ?? [];
    const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
    const isDay =
      year !== '' && Number(year) > 1900 && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
    return isDay ? `${year}-${month}-${day}` : this.#leaveOut('not_date', field, value);
  }

  /** The clock's time, `09:30`. */
  time(field: string): string | null {
    const value = this.raw(field);
    if (value === '') return null;
    const [, hour = '', minute = ''] = TIME.exec(value) ?? [];
    const isTime = hour !== '' && Number(minute) < 60 && (Number(hour) < 24 || (hour === '24' && minute === '00'));
    return isTime ? `${hour.padStart(2, '0')}:${minute}` : this.#leaveOut('not_time', field, value);
  }

  number(field: string, limits: { min: number; max: number; isWhole?: boolean }): number | null {
    const value = this.raw(field);
    if (value === '') return null;
    if (!/^[+-]?\d+(?:\.\d+)?$/.test(value)) return this.#leaveOut('not_number', field, value);
    const number = limits.isWhole === true ? Math.floor(Number(value)) : Number(value);
    return number >= limits.min && number <= limits.max ? number : this.#leaveOut('out_of_range', field, value);
  }

  email(field: string): string | null {
    const value = this.raw(field).replace(/^mailto:/i, '');
    if (value === '') return null;
    return EMAIL.test(value) && value.length <= 254 ? value : this.#leaveOut('not_email', field, value);
  }

  /** An address on the web; one without `https://` gets it, and anything that is no web address is left out. */
  url(...fields: string[]): string | null {
    const value = this.raw(...fields);
    if (value === '') return null;
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
    const isWeb = URL.canParse(whole) && /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(whole) && whole.length <= 2000;
    return isWeb ? new URL(whole).href : this.#leaveOut('not_url', fields[0] ?? '', value);
  }

  /** One of a closed set, in any case and with any space or underscore; null where it is none of them. */
  choice<T extends string>(field: string, choices: readonly T[]): T | null {
    const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
    const value = this.raw(field);
    if (value === '') return null;
    return choices.find((choice) => plain(choice) === plain(value)) ?? this.#leaveOut('not_a_choice', field, value);
  }

  refuseRow(code: RowRefusalCode, field: string): null {
    this.#report.refuseRow(this.at, code, { field, value: this.raw(field) });
    return null;
  }

  #leaveOut(code: RowRefusalCode, field: string, value: string): null {
    this.#report.refuseValue(this.at, code, { field, value });
    return null;
  }
}
