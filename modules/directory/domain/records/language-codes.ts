import { foldText } from '@qantara/kernel';

const CODES = (
  'aa ab af ak am ar as az ba be ber bg bm bn bo br bs ca ce ckb co cs cy da de dv dz ee el en eo es et eu fa ff fi fil fj fo fr fy ' +
  'ga gd gl gn gu ha he hi hmn hr ht hu hy id ig is it iu ja jv ka kab kk km kn ko ku ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my ' +
  'ne nl no nso ny om or pa pap pl ps pt qu rif rn ro ru rw sa sd sg shi si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ' +
  'ts tt tzm ug uk ur uz vi wo xh yi yo yue zgh zh zu'
).split(' ');

/** The terminological and bibliographic codes of ISO 639-2 that have a shorter one. */
const LONG_CODES: Record<string, string> = {
  ara: 'ar',
  fra: 'fr',
  fre: 'fr',
  eng: 'en',
  spa: 'es',
  deu: 'de',
  ger: 'de',
  ita: 'it',
  por: 'pt',
  rus: 'ru',
  tur: 'tr',
  urd: 'ur',
  zho: 'zh',
  chi: 'zh',
  fas: 'fa',
  per: 'fa',
  pus: 'ps',
  som: 'so',
  ukr: 'uk',
  hin: 'hi',
  ben: 'bn',
  pol: 'pl',
  ron: 'ro',
  nld: 'nl',
};

let codeOfName: Map<string, string> | undefined;

function namesOfCodes(): Map<string, string> {
  const names = new Map<string, string>([
    ['farsi', 'fa'],
    ['mandarin', 'zh'],
    ['tamazight', 'ber'],
    ['amazigh', 'ber'],
    ['kurdi', 'ku'],
  ]);
  for (const locale of ['en', 'fr', 'ar']) {
    const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    for (const code of CODES) names.set(foldText(display.of(code) ?? code), code);
  }
  return names;
}

/** The ISO 639 code of a language said by its code or by its name in one of our three languages. */
export function languageCodeOf(said: string): string | undefined {
  const plain = said.trim().toLowerCase();
  const [short = ''] = plain.split(/[-_]/);
  if (CODES.includes(short)) return short;
  codeOfName ??= namesOfCodes();
  return LONG_CODES[plain] ?? codeOfName.get(foldText(said));
}
