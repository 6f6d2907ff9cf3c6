import { isFormAnswer, type FormAnswer, type FormValues } from '@qantara/ui';
import type { OpeningHours } from '@qantara/directory/contract';
import { HoursRow } from '../../../contract/index.ts';
import { isBlankRow, shownRows } from '../../../domain/index.ts';

/** A form that comes back with another row, or with how its hours would be read: nothing is saved yet. */
export type HoursAnswer = FormAnswer & { preview: ReturnType<typeof shownRows> };

const MOST_ROWS = 60;

/** How many rows a form had, and one more where another was asked for. */
export function hoursAnswer(values: FormValues, isMore: boolean): HoursAnswer {
  const count = Math.min(Number(values.text('count') ?? 1) + (isMore ? 1 : 0), MOST_ROWS);
  const { rows } = values.toObject() as { rows?: unknown[] };
  const read = (rows ?? []).flatMap((row) => HoursRow.safeParse(row).data ?? []);
  const typed = { ...values.typed(), count: String(count) };
  const preview = shownRows(read.filter((row) => !isBlankRow(row)));
  return { kind: 'form-answer', form: 'hours', refusal: null, typed, preview };
}

/** The form as it came back, if it did. */
export function hoursAnswered(data: unknown): (FormAnswer & { preview?: OpeningHours[] }) | null {
  return isFormAnswer(data) && data.form === 'hours' ? (data as FormAnswer & { preview?: OpeningHours[] }) : null;
}

/** The rows to show: those that stand and one to write in, or as many as were there when it was sent. */
export function rowsToShow(rows: HoursRow[], answer: FormAnswer | null): (HoursRow | null)[] {
  const count = answer === null ? Math.max(rows.length + 1, 2) : Number(answer.typed['count'] ?? rows.length + 1);
  return Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => rows[index] ?? null);
}

const RARE = ['validFrom', 'validTo', 'isClosed', 'note'];

/** Whether the part of a row that is rarely written has something in it, or a fault. */
export function hasRare(row: HoursRow | null, index: number, answer: FormAnswer | null): boolean {
  const isRare = (path: string) => RARE.some((field) => path.startsWith(`rows.${index}.${field}`));
  const faulty = (answer?.refusal?.fields ?? []).some(({ path }) => isRare(path));
  if (faulty) return true;
  if (answer !== null) return Object.entries(answer.typed).some(([name, said]) => isRare(name) && said !== '');
  return row !== null && (row.isClosed || row.validFrom !== null || row.validTo !== null || row.note !== null);
}
