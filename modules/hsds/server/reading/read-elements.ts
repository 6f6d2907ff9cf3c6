import { refuse } from '@qantara/kernel';
import type { AirsElement } from '../../domain/index.ts';
import { attributesOf, scanXml } from '@qantara/platform';

/** Deeper than any agency in an agency, and larger than any record: a file that is so is none. */
const MOST_LEVELS = 64;
const MOST_CHARACTERS = 20_000_000;

type Growing = AirsElement & { children: Growing[] };

/** One element that is asked for, while what stands in it is read. */
class Reading {
  readonly #open: Growing[] = [];
  #characters = 0;

  get isIn(): boolean {
    return this.#open.length > 0;
  }

  begin(name: string, attributes: string): Growing {
    this.#grow(attributes);
    const element: Growing = { name, attributes: attributesOf(attributes), text: '', children: [] };
    this.#open.at(-1)?.children.push(element);
    if (this.#open.length >= MOST_LEVELS) refuse('import_unreadable');
    this.#open.push(element);
    return element;
  }

  say(text: string): void {
    this.#grow(text);
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  /** Ends an element, and whatever in it was not ended; gives the outermost one when that ends. */
  end(name: string): Growing | undefined {
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at === -1) return undefined;
    const [ended] = this.#open.splice(at);
    if (at > 0) return undefined;
    this.#characters = 0;
    return ended;
  }

  #grow(text: string): void {
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) refuse('import_too_large');
  }
}

/**
 * The elements of a name in an XML text, each with all that stands in it, one after the other: only one is held at a time.
 * Refuses `import_unreadable` for what is no XML or nested without end, and `import_too_large` for an element like no record.
 */
export function* readElements(pieces: Iterable<string>, name: string): Generator<AirsElement> {
  const reading = new Reading();
  for (const event of scanXml(pieces)) {
    if (event.kind === 'text') {
      if (reading.isIn) reading.say(event.text);
      continue;
    }
    if (event.kind === 'open') {
      if (!reading.isIn && event.name !== name) continue;
      reading.begin(event.name, event.attributes);
      if (!event.isEmpty) continue;
    }
    const ended = reading.end(event.name);
    if (ended !== undefined) yield ended;
  }
}
