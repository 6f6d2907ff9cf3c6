/** What stands directly in a JSON document: an element of its list, or of a list that it names. */
export type JsonPiece = {
  /** The name of the list in which the piece stands; null in a list without a name. */
  list: string | null;
  /** The how manieth of its list, from 1. */
  at: number;
  /** The JSON of it; undefined where it is longer than any record. */
  text: string | undefined;
};

/** What a document is, with the keys of an object, and whether anything stands behind it. */
export type JsonOutline = { kind: 'list' | 'object' | 'other'; keys: Map<string, 'list' | 'other'>; hasMore: boolean };

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_LIST, OPEN_OBJECT] = [34, 92, 44, 58, 91, 123];
/** The bit by which a bracket differs from its brace, and what closes from what opens by two. */
const isOpen = (code: number): boolean => code === OPEN_LIST || code === OPEN_OBJECT;
const isClose = (code: number): boolean => code === 93 || code === 125;
const isMark = (code: number): boolean => code === COMMA || code === COLON || isOpen(code) || isClose(code);
const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** Text that comes in chunks until it is one element; what grows too long is forgotten, and known as too long. */
class Growing {
  #parts: string[] = [];
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#most) this.#parts = [];
    else if (text !== '') this.#parts.push(text);
  }

  take(): string | undefined {
    const text = this.#length > this.#most ? undefined : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}

/** Finds the brackets, commas and colons outside texts, with the depth of what they stand in. */
class Marks {
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  /** Says of each down to the second depth where it stands. */
  feed(chunk: string, say: (code: number, depth: number, index: number) => void): void {
    for (let index = 0; index < chunk.length; index += 1) {
      const code = chunk.charCodeAt(index);
      if (this.#isText) this.#passText(code);
      else if (code === QUOTE) this.#isText = true;
      else if (code >= COMMA && isMark(code)) this.#pass(code, index, say);
    }
  }

  #passText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) this.#isText = false;
  }

  #pass(code: number, index: number, say: (code: number, depth: number, index: number) => void): void {
    if (isOpen(code)) this.#depth += 1;
    if (this.#depth <= 2) say(code, this.#depth, index);
    if (isClose(code)) this.#depth -= 1;
  }
}

function keyIn(text: string | undefined): string {
  try {
    return String(JSON.parse(text ?? ''));
  } catch {
    return '';
  }
}

/** Takes a document apart, chunk by chunk: at its own commas, or, in an object, at those of the lists that are asked for. */
class Splitter {
  readonly outline: JsonOutline = { kind: 'other', keys: new Map(), hasMore: false };
  readonly #isAsked: (key: string) => boolean;
  readonly #marks = new Marks();
  readonly #growing: Growing;
  #pieces: JsonPiece[] = [];
  #key = '';
  #list: string | null = null;
  /** The depth whose commas part one element from the next; none between the lists of an object. */
  #parted = 0;
  #at = 0;
  #isEnded = false;

  constructor(isAsked: (key: string) => boolean, most: number) {
    this.#isAsked = isAsked;
    this.#growing = new Growing(most);
  }

  feed(chunk: string): JsonPiece[] {
    let start = 0;
    this.#marks.feed(chunk, (code, depth, index) => {
      if (this.#isEnded || (this.#parted > 0 && !this.#parts(code, depth))) return;
      this.#growing.add(chunk.slice(start, index));
      start = index + 1;
      this.#mark(code, depth, this.#growing.take());
    });
    this.#growing.add(chunk.slice(start));
    return this.#taken();
  }

  /** What was begun and not ended, or what stands behind the end, as a last piece: it is no JSON. */
  end(): JsonPiece[] {
    const rest = this.#growing.take();
    const isRest = rest === undefined || !isBlank(rest);
    this.outline.hasMore = this.#isEnded && isRest;
    if (this.#isEnded ? isRest : this.outline.kind !== 'other')
      this.#pieces.push({ list: this.#list, at: this.#at + 1, text: rest === undefined ? rest : `[${rest}` });
    return this.#taken();
  }

  #taken(): JsonPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #parts(code: number, depth: number): boolean {
    return depth === this.#parted && (code === COMMA || isClose(code));
  }

  #mark(code: number, depth: number, text: string | undefined): void {
    if (this.#parted > 0) this.#part(code, text);
    else if (depth === 1) this.#markOuter(code, text);
    else if (code === OPEN_LIST && this.#key !== '') this.#openList(this.#key);
    if (isClose(code) && depth === 1) this.#isEnded = true;
  }

  #part(code: number, text: string | undefined): void {
    const isNone = code !== COMMA && this.#at === 0 && text !== undefined && isBlank(text);
    if (!isNone) this.#pieces.push({ list: this.#list, at: this.#at + 1, text });
    this.#at += isNone ? 0 : 1;
    if (code !== COMMA) [this.#parted, this.#list] = [0, null];
  }

  #markOuter(code: number, text: string | undefined): void {
    if (code === OPEN_LIST) [this.outline.kind, this.#parted] = ['list', 1];
    else if (code === OPEN_OBJECT) this.outline.kind = 'object';
    this.#key = code === COLON && this.#key === '' ? keyIn(text) : '';
    if (this.#key !== '') this.outline.keys.set(this.#key, 'other');
  }

  #openList(key: string): void {
    this.#key = '';
    this.outline.keys.set(key, 'list');
    if (this.#isAsked(key)) [this.#parted, this.#list, this.#at] = [2, key, 0];
  }
}

/**
 * The elements of a JSON document, one after the other, whatever its size: those of its list, or of the lists of an object
 * that are asked for. Only quotes, brackets, commas and colons are looked at. Whether an element is JSON is for `JSON.parse` to
 * say: a broken one costs no other. An element longer than `most` has no text.
 */
export function* splitJson(
  chunks: Iterable<string>,
  { isAsked = () => false, most }: { isAsked?: (key: string) => boolean; most: number },
): Generator<JsonPiece> {
  const splitter = new Splitter(isAsked, most);
  for (const chunk of chunks) yield* splitter.feed(chunk);
  yield* splitter.end();
}

/** What a JSON document is, before anything in it is read. */
export function outlineJson(chunks: Iterable<string>): JsonOutline {
  const splitter = new Splitter(() => false, 1000);
  for (const chunk of chunks) {
    splitter.feed(chunk);
    if (splitter.outline.kind === 'list') return splitter.outline;
  }
  splitter.end();
  return splitter.outline;
}
