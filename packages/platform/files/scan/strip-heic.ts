import { entriesOf, tiffReaderOf } from './orientation-of.ts';

const POSITION_TAG = 0x8825;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP_BEGIN = Buffer.from('<x:xmpmeta');
const XMP_END = Buffer.from('</x:xmpmeta>');
/** How many bytes a value of each TIFF type takes. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Writes nothing over every value of the position, and over the entry that leads to them. */
function erasePosition(tiff: Buffer): void {
  const reader = tiffReaderOf(tiff);
  if (reader === undefined) return;
  for (const pointer of entriesOf(reader, reader.at32(4)).filter((at) => reader.at16(at) === POSITION_TAG)) {
    const directory = reader.at32(pointer + 8);
    for (const entry of entriesOf(reader, directory)) {
      const size = (SIZES[reader.at16(entry + 2)] ?? 8) * reader.at32(entry + 4);
      const from = reader.at32(entry + 8);
      if (size > 4 && from < tiff.length) tiff.fill(0, from, Math.min(tiff.length, from + size));
      tiff.fill(0, entry, Math.min(tiff.length, entry + 12));
    }
    if (pointer + 12 <= tiff.length) tiff.fill(0, pointer, pointer + 12);
  }
}

function eraseXmp(bytes: Buffer): void {
  let at = bytes.indexOf(XMP_BEGIN);
  while (at !== -1) {
    const end = bytes.indexOf(XMP_END, at);
    if (end === -1) return;
    bytes.fill(0x20, at, end + XMP_END.length);
    at = bytes.indexOf(XMP_BEGIN, end);
  }
}

/**
 * A HEIC without the position in its EXIF and without XMP. Its parts stay where they are, as others in it say where that is; how it is
 * turned is no matter of its EXIF.
 */
export function stripHeic(bytes: Buffer): Buffer {
  const stripped = Buffer.from(bytes);
  let at = stripped.indexOf(EXIF);
  while (at !== -1) {
    erasePosition(stripped.subarray(at + EXIF.length));
    at = stripped.indexOf(EXIF, at + EXIF.length);
  }
  eraseXmp(stripped);
  return stripped;
}
