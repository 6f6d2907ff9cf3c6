import { constants, inflateSync } from 'node:zlib';

/** What makes a PDF do something, carry something, or be closed to whoever looks (ISO 32000-2); long enough to be no chance. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|Rendition|Encrypt)(?![A-Za-z0-9])/;
/** What an object stream may be wrapped in that we do not look through. */
const WRAPPED =
  /\/(?:LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt|Predictor|A85|AHx|LZW|RL)(?![A-Za-z0-9])/;
const STREAM = /stream\r?\n/g;
const OBJECTS = /\/ObjStm(?![A-Za-z0-9])/;

const PEEKED = 256;
const MOST_OF_ONE = 16 * 1024 * 1024;
const MOST_OF_ALL = 64 * 1024 * 1024;

/** A name may be written with `#4a` for `J`. */
function plainNames(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** What a stream holds, as far as it opens; empty where it does not, null where it is larger than any honest one. */
function inflated(bytes: Buffer, most: number): string | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most }).toString('latin1');
  } catch (fault) {
    return fault instanceof RangeError ? null : '';
  }
}

function dictionaryBefore(bytes: Buffer, at: number): string {
  const before = plainNames(bytes.subarray(Math.max(0, at - 2000), at).toString('latin1'));
  return before.slice(before.lastIndexOf(' obj') + 1);
}

const looksLikeObjects = (dictionary: string, start: string): boolean =>
  OBJECTS.test(dictionary) || /^\s*\d+\s+\d+\s/.test(start);

/** What stands in an object stream, or the name of what keeps us from looking; null for a stream of anything else. */
function lookInto(bytes: Buffer, [at, from]: [number, number]): { text: string } | { part: string } | null {
  const dictionary = dictionaryBefore(bytes, at);
  const isObjects = OBJECTS.test(dictionary);
  const wrapped = isObjects ? WRAPPED.exec(dictionary)?.[0] : undefined;
  if (wrapped !== undefined) return { part: wrapped };
  const start = inflated(bytes.subarray(from, from + PEEKED), MOST_OF_ONE) ?? '';
  if (!looksLikeObjects(dictionary, start)) return null;
  const text = inflated(bytes.subarray(from), MOST_OF_ONE);
  return text === null ? { part: '/ObjStm' } : { text };
}

/**
 * The name of the first thing in a PDF that is more than a page to read; undefined where there is none. Object streams are looked into,
 * as far as an honest file needs it: what hides behind more is named too.
 */
export function activePartOfPdf(bytes: Buffer): string | undefined {
  const open = ACTIVE.exec(plainNames(bytes.toString('latin1')));
  if (open !== null) return open[0];
  let looked = 0;
  for (const { index, 0: word } of bytes.toString('latin1').matchAll(STREAM)) {
    const inside = lookInto(bytes, [index, index + word.length]);
    if (inside === null) continue;
    if ('part' in inside) return inside.part;
    looked += inside.text.length;
    const hidden = ACTIVE.exec(plainNames(inside.text))?.[0] ?? (looked > MOST_OF_ALL ? '/ObjStm' : undefined);
    if (hidden !== undefined) return hidden;
  }
  return undefined;
}
