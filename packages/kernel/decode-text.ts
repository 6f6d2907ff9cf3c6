/** A text, and how it was encoded. */
export type DecodedText = { text: string; encoding: string };

const isArabicByte = (byte: number): boolean => byte >= 0xc0;

/** Words of Arabic are runs of high bytes; in French and English a high byte stands alone among letters below 0x80. */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0;
  let inRuns = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (!isArabicByte(bytes[index] ?? 0)) continue;
    high += 1;
    if (isArabicByte(bytes[index - 1] ?? 0) || isArabicByte(bytes[index + 1] ?? 0)) inRuns += 1;
  }
  return high > 0 && inRuns / high > 0.5;
}

/** UTF-16 without a mark: nearly every second byte of a table is zero, on the side that tells the order. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const seen = Math.min(bytes.length, 4000) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < seen; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (seen === 0 || Math.max(even, odd) < seen * 0.15) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const PIECE = 262_144;

function* piecesOf(bytes: Uint8Array, decoder: TextDecoder): Generator<string> {
  for (let start = 0; start < bytes.length; start += PIECE)
    yield decoder.decode(bytes.subarray(start, start + PIECE), { stream: start + PIECE < bytes.length });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    for (const _piece of piecesOf(bytes, new TextDecoder('utf-8', { fatal: true })));
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const found = marked(bytes) ?? utf16Without(bytes);
  return found ?? (isUtf8(bytes) ? 'utf-8' : looksArabic(bytes) ? 'windows-1256' : 'windows-1252');
}

/** A text that is read piece by piece, as often as asked, so that never all of it is held. */
export type DecodedPieces = { pieces: () => Iterable<string>; encoding: string };

/** As `decodeText`, for a text too long to be held whole. */
export function decodePieces(bytes: Uint8Array): DecodedPieces {
  const encoding = encodingOf(bytes);
  function* pieces(): Generator<string> {
    for (const piece of piecesOf(bytes, new TextDecoder(encoding))) yield piece.replaceAll('\u0000', '').toWellFormed();
  }
  return { pieces, encoding };
}

/**
 * The text of a file that does not say how it is encoded: by its mark, else UTF-8 if it is valid UTF-8, which other text
 * hardly ever is by chance, else the Windows code page of its script. What no database can keep is taken out.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { pieces, encoding } = decodePieces(bytes);
  return { text: [...pieces()].join(''), encoding };
}

const DEEPEST = 100;

/** How deep brackets stand in brackets: what is read by calling itself has a limit before it is read. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
