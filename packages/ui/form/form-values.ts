import { latinDigits } from '@qantara/kernel';

const RESERVED = new Set(['commandId', 'intent']);

/** No field of ours lies deeper; a name of a thousand dots would be followed until the stack ends. */
const MOST_LEVELS = 8;

/** Typed values in plain words, as they go back into a refused form. */
export type TypedValues = Record<string, string | string[]>;

type Tree = { [name: string]: unknown };

function isReserved(name: string): boolean {
  return RESERVED.has(name) || name.startsWith('_');
}

function dateOf(parts: {
  day: string | undefined;
  month: string | undefined;
  year: string | undefined;
}): string | undefined {
  const { day, month, year } = parts;
  if (day === undefined && month === undefined && year === undefined) return undefined;
  return [(year ?? '').padStart(4, '0'), (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-');
}

function put(tree: Tree, path: string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined || name === '__proto__' || path.length > MOST_LEVELS) return;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const below = tree[name];
  const branch: Tree = typeof below === 'object' && below !== null && !Array.isArray(below) ? { ...below } : {};
  put(branch, rest, value);
  tree[name] = branch;
}

function settled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Blob) return value;
  const tree = value as Tree;
  const names = Object.keys(tree);
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) {
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => settled(tree[name]));
  }
  return Object.fromEntries(names.map((name) => [name, settled(tree[name])]));
}

/** What a person sent with a form, read by the names of its fields. Text is trimmed; blank text counts as nothing. */
export class FormValues {
  readonly #form: FormData;

  constructor(form: FormData) {
    this.#form = form;
  }

  /** The text of a field, or undefined when it was left blank. */
  text(name: string): string | undefined {
    const value = this.#form.get(name);
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? undefined : text;
  }

  /** Every text sent under a name, blank ones left out; a group of checkboxes sends `name[]`. */
  all(name: string): string[] {
    const sent = [...this.#form.getAll(name), ...this.#form.getAll(`${name}[]`)];
    return sent.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  }

  /** The number in a field: undefined when blank, NaN when it is no number. Arabic digits count as digits. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return Number(
      latinDigits(text)
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace(/[,٫]/, '.'),
    );
  }

  /** Whether a single box was ticked. */
  flag(name: string): boolean {
    return this.text(name) !== undefined;
  }

  /** The day in a DateField, as `2026-11-22`; what cannot be a day is kept as typed so that validation refuses it. */
  date(name: string): string | undefined {
    const part = (key: string) => {
      const number = this.number(`${name}.${key}`);
      return number === undefined || Number.isNaN(number) ? this.text(`${name}.${key}`) : String(number);
    };
    return dateOf({ day: part('day'), month: part('month'), year: part('year') });
  }

  /** The files chosen in a FileField; an empty choice is no file. */
  files(name: string): File[] {
    return this.#form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0);
  }

  /**
   * All fields as one object: `name.ar` nests, `needs[]` is a list, `contacts.0.phone` is a list of objects; fields of
   * DateField, NumberField and Checkbox come as a day, a number and true or false.
   */
  toObject(): Record<string, unknown> {
    const tree: Tree = {};
    const set = (name: string, value: unknown) => {
      if (value !== undefined) put(tree, name.split('.'), value);
    };
    const dates = this.all('_date');
    const plain = [...new Set(this.#form.keys())].filter(
      (name) => !isReserved(name) && !dates.some((date) => name.startsWith(`${date}.`)),
    );
    for (const name of plain) set(name.replace(/\[\]$/, ''), this.#value(name));
    for (const name of this.all('_list')) set(name, this.all(name));
    for (const name of dates) set(name, this.date(name));
    for (const name of this.all('_number')) set(name, this.number(name));
    for (const name of this.all('_flag')) set(name, this.flag(name));
    return settled(tree) as Record<string, unknown>;
  }

  #value(name: string): unknown {
    return name.endsWith('[]') ? this.all(name.slice(0, -2)) : (this.files(name)[0] ?? this.text(name));
  }

  /** Everything that may go back into the form: neither files nor secrets. */
  typed(): TypedValues {
    const secrets = new Set(this.all('_secret'));
    const typed: TypedValues = {};
    for (const name of new Set(this.#form.keys())) {
      if (name === 'intent' || name.startsWith('_') || secrets.has(name)) continue;
      const texts = this.#form.getAll(name).filter((value) => typeof value === 'string');
      const [first] = texts;
      if (first !== undefined) typed[name] = name.endsWith('[]') ? texts : first;
    }
    return typed;
  }
}
