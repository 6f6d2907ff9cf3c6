import type { ExchangeCode, ExchangeNotice, Undecided } from '../../contract/index.ts';

type Said = Partial<Omit<ExchangeNotice, 'code' | 'isOpen'>>;

/** What nobody but a person can decide: left as it is, the form would ask something else than it asked before. */
const FOR_SOMEBODY: ReadonlySet<ExchangeCode> = new Set<ExchangeCode>([
  'choices_elsewhere',
  'choices_filtered',
  'entries_counted',
  'expression_unreadable',
  'formula_unreadable',
  'group_in_group',
  'group_unbalanced',
  'ok_compared',
  'required_sometimes',
  'text_needed',
  'too_many',
  'type_unknown',
]);

const MOST = 3000;
const MOST_OPEN = 500;

const cut = (text: string | null | undefined, most: number): string | null =>
  text === null || text === undefined ? null : text.slice(0, most).toWellFormed();

/** The report while it is written: each thing once. */
export class Notes {
  readonly notices: ExchangeNotice[] = [];
  readonly undecided: Undecided[] = [];
  readonly #seen = new Set<string>();

  add(code: ExchangeCode, said: Said = {}): void {
    const isOpen = FOR_SOMEBODY.has(code);
    const notice: ExchangeNotice = {
      code,
      question: cut(said.question, 60),
      sheet: cut(said.sheet, 100),
      row: said.row ?? null,
      column: cut(said.column, 200),
      word: cut(said.word, 300),
      isOpen,
    };
    const key = JSON.stringify(notice);
    if (this.#seen.has(key) || this.notices.length >= MOST) return;
    this.#seen.add(key);
    this.notices.push(notice);
    const { question, word } = notice;
    // A formula that cannot be read stands in the draft as it came, and is a fault there.
    if (isOpen && code !== 'formula_unreadable' && this.undecided.length < MOST_OPEN)
      this.undecided.push({ code, question, word });
  }
}
