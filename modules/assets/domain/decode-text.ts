export type DecodedText = { text: string; encoding: string };

const HIGH = 0xc0;

/** Words of Arabic are runs of high bytes; in French and English a high byte stands alone among letters below 0x80. */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0;
  let inRuns = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < HIGH) continue;
    high += 1;
    if ((bytes[index - 1] ?? 0) >= HIGH || (bytes[index + 1] ?? 0) >= HIGH) inRuns += 1;
  }
  return high > 0 && inRuns / high > 0.5;
}

/** The first characters of JSON are ASCII (RFC 8259), so that where the zeros stand tells UTF-16 from UTF-8. */
function byBeginning(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4) return undefined;
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of a JSON file. RFC 8259 wants UTF-8; files from old tools come in UTF-16 or in the Windows code page of their
 * script all the same. What no database can keep is taken out.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding =
    byBeginning(bytes) ?? (isUtf8(bytes) ? 'utf-8' : looksArabic(bytes) ? 'windows-1256' : 'windows-1252');
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.replaceAll('\u0000', '').toWellFormed(), encoding };
}
