import { type Locale, LOCALES } from '@qantara/kernel';

type Wish = { tag: string; weight: number };

function wishOf(part: string): Wish {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag: tag.toLowerCase(), weight: Number.isNaN(weight) ? 0 : weight };
}

/** The language that a browser asks for first among ours (RFC 9110 §12.5.4); Arabic when it asks for none of them. */
export function acceptedLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map(wishOf);
  const wanted = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const locale = LOCALES.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (locale !== undefined) return locale;
  }
  return 'ar';
}
