import type { MediaType } from '../contract/index.ts';

const ENDINGS: Record<MediaType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

const MOST_LETTERS = 80;

/**
 * A name that misleads nobody: its last part alone, without signs that are not seen or that turn the direction of writing, and with
 * the ending of what the file is.
 */
export function plainFileName(given: string, mediaType: MediaType): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .normalize('NFC')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/[\s"<>:|?*;%]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  const kept = Array.from(seen).slice(0, MOST_LETTERS).join('').trim();
  return `${kept === '' ? 'file' : kept}.${ENDINGS[mediaType]}`;
}
