import { directionOf, type Locale } from '@qantara/kernel';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

/** A letter as a page: its paragraphs, and its links to touch where they lead to our own address. No picture, nothing that is fetched. */
export function letterPage({
  subject,
  body,
  locale,
  address,
}: {
  subject: string;
  body: string;
  locale: Locale;
  address: string;
}): string {
  const line = (text: string): string =>
    text
      .split(/(https?:\/\/\S+)/)
      .map((piece) =>
        piece.startsWith(`${address}/`)
          ? `<a href="${escaped(piece)}" dir="ltr">${escaped(piece)}</a>`
          : escaped(piece),
      )
      .join('');
  const paragraphs = body.split(/\n{2,}/).map((one) => `<p>${one.split('\n').map(line).join('<br>')}</p>`);
  const direction = directionOf(locale);
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body dir="${direction}">${paragraphs.join('')}</body></html>`;
}
