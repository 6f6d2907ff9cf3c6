import { refuse } from '@qantara/kernel';

/** What stands in an XML text, in its order: elements that begin and end, and the text between them. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** No tag of a workbook is nearly as long. */
const MOST_TAG = 100_000;
const CHUNK = 262_144;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text without its entities. Those that a document defines itself stay as they stand: none is ever unfolded. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function eventOf(tag: string): XmlEvent | undefined {
  if (tag.startsWith('?') || tag.startsWith('!')) return undefined;
  if (tag.startsWith('/')) return { kind: 'close', name: localName(tag.slice(1).trim()) };
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const end = body.search(/[\s]|$/);
  return { kind: 'open', name: localName(body.slice(0, end)), attributes: body.slice(end), isEmpty };
}

/** Where a tag ends that begins at a place: `-1` where the text ends before it does. */
function endOfTag(text: string, start: number): { end: number; skip: number } {
  const special: readonly [begin: string, end: string][] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ];
  for (const [begin, end] of special)
    if (text.startsWith(begin, start)) return { end: text.indexOf(end, start + begin.length), skip: end.length };
  return { end: text.indexOf('>', start), skip: 1 };
}

function* textsOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  for (let start = 0; start < bytes.length; start += CHUNK)
    yield decoder.decode(bytes.subarray(start, start + CHUNK), { stream: start + CHUNK < bytes.length });
}

function textEvent(text: string, isRaw = false): XmlEvent {
  return { kind: 'text', text: isRaw ? text : unescapeXml(text) };
}

/** The events of a piece of text, and what of it has not ended yet. */
function* scanPiece(text: string): Generator<XmlEvent, string> {
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start === -1) return text.slice(at);
    const { end, skip } = endOfTag(text, start);
    // A marked section may be cut at its very beginning: it needs nine characters to be known.
    if (end === -1 || (text.startsWith('<!', start) && text.length - start < 9)) return text.slice(at);
    if (start > at) yield textEvent(text.slice(at, start));
    if (text.startsWith('<![CDATA[', start)) yield textEvent(text.slice(start + 9, end), true);
    else {
      const event = eventOf(text.slice(start + 1, end));
      if (event !== undefined) yield event;
    }
    at = end + skip;
  }
}

/**
 * Reads XML piece by piece, whatever its size. Refuses `import_unreadable` for a document that defines entities or holds a
 * tag without an end: no workbook does either.
 */
export function* scanXml(given: Uint8Array | Iterable<string>): Generator<XmlEvent> {
  let rest = '';
  for (const text of given instanceof Uint8Array ? textsOf(given) : given) {
    const piece: string = rest + text;
    if (/<!(?:DOCTYPE|ENTITY)/i.test(piece)) refuse('import_unreadable');
    rest = yield* scanPiece(piece);
    const open = rest.indexOf('<');
    if (open !== -1 && rest.length - open > MOST_TAG && !rest.startsWith('<![CDATA[', open))
      refuse('import_unreadable');
    if (rest.length > 10_000_000) refuse('import_unreadable');
  }
}

/** The attributes of a tag by their names without prefixes; declarations of prefixes left aside. */
export function attributesOf(attributes: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (!/^(?:xmlns|xsi:|xml:)/.test(name)) found.set(localName(name), unescapeXml(double ?? single ?? ''));
  return found;
}

/** The value of one attribute of a tag. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found === null ? undefined : unescapeXml(found[1] ?? found[2] ?? '');
}
