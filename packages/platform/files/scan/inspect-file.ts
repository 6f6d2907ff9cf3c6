import { fileTypeFromBuffer } from 'file-type';
import { activePartOfPdf } from './active-part-of-pdf.ts';
import { stripHeic } from './strip-heic.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/** What may be kept; nothing else, whatever a file says of itself. */
export const KEPT_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type KeptType = (typeof KEPT_TYPES)[number];

export type InspectedFile =
  | { mediaType: KeptType; bytes: Buffer }
  | { fault: 'empty' | 'kind_unknown' | 'broken' }
  | { fault: 'active'; part: string };

const STRIP: Record<Exclude<KeptType, 'application/pdf'>, (bytes: Buffer) => Buffer | undefined> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/heic': stripHeic,
};

async function typeOf(bytes: Buffer): Promise<KeptType | undefined> {
  try {
    const found = await fileTypeFromBuffer(bytes);
    const mime = found?.mime === 'image/apng' ? 'image/png' : found?.mime;
    return KEPT_TYPES.find((type) => type === mime);
  } catch {
    // What breaks off in its first bytes is of no kind.
    return undefined;
  }
}

/**
 * What a file is by its first bytes, and the bytes to keep: of a photo without position and whatever else a camera wrote beside it,
 * turned as before. A PDF that does or carries something is named with it.
 */
export async function inspectFile(bytes: Buffer): Promise<InspectedFile> {
  if (bytes.length === 0) return { fault: 'empty' };
  const mediaType = await typeOf(bytes);
  if (mediaType === undefined) return { fault: 'kind_unknown' };
  if (mediaType === 'application/pdf') {
    const part = activePartOfPdf(bytes);
    return part === undefined ? { mediaType, bytes } : { fault: 'active', part };
  }
  const stripped = STRIP[mediaType](bytes);
  return stripped === undefined ? { fault: 'broken' } : { mediaType, bytes: stripped };
}
