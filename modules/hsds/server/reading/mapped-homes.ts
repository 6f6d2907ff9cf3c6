import { foldText } from '@qantara/kernel';
import type { Emitted, LeftOut } from '../../domain/index.ts';

/** The records of one kind that lines of a file speak of, some of which stand on several lines. */
export class MappedHomes {
  readonly #isRepeated = new Map<string, boolean>();
  readonly #merged = new Map<string, Emitted>();
  readonly #leaveOut: (left: LeftOut) => void;

  constructor(leaveOut: (left: LeftOut) => void) {
    this.#leaveOut = leaveOut;
  }

  /** Notes that a line speaks of it. */
  see(id: string): void {
    this.#isRepeated.set(id, this.#isRepeated.has(id));
  }

  isRepeated(id: string): boolean {
    return this.#isRepeated.get(id) === true;
  }

  /** The whole record, where it stands on one line alone; else it waits for what the other lines add. */
  take(emitted: Emitted): Emitted | undefined {
    const id = emitted.cells['id'] ?? '';
    if (!this.isRepeated(id)) return emitted;
    const whole = this.#merged.get(id);
    if (whole === undefined) this.#merged.set(id, emitted);
    else this.#merge(whole, emitted);
    return undefined;
  }

  /** Those that stand on several lines. */
  merged(): Iterable<Emitted> {
    return this.#merged.values();
  }

  /** What a later line adds is taken; where it says otherwise, the first is heard and the other is reported. */
  #merge(whole: Emitted, other: Emitted): void {
    for (const [field, value] of Object.entries(other.cells)) {
      const before = whole.cells[field] ?? '';
      if (before === '') {
        whole.cells[field] = value;
        whole.columns[field] = other.columns[field] ?? field;
      } else if (value !== '' && before !== value && foldText(before) !== foldText(value))
        this.#leaveOut({ at: other.at, column: other.columns[field] ?? field, code: 'contradicted', value });
    }
  }
}
