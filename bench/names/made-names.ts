/** Sounds that names here are made of, in Latin letters and in Arabic: enough for a hundred thousand names that nobody has. */
const FIRST = ['Mo', 'Fa', 'Ka', 'Sa', 'Na', 'Ya', 'Ra', 'Ha', 'Za', 'Lei'] as const;
const MIDDLE = ['ha', 'ti', 'ri', 'mi', 'ssi', 'la', 'ddi', 'ba', 'wi', 'nou'] as const;
const LAST = ['med', 'ma', 'm', 'ra', 'n', 'la', 'd', 'b', 'f', 'sse'] as const;
const ARABIC: Readonly<Record<string, string>> = {
  Mo: 'م',
  Fa: 'فا',
  Ka: 'كا',
  Sa: 'سا',
  Na: 'نا',
  Ya: 'يا',
  Ra: 'را',
  Ha: 'حا',
  Za: 'زا',
  Lei: 'لي',
  ha: 'ح',
  ti: 'ط',
  ri: 'ري',
  mi: 'مي',
  ssi: 'سي',
  la: 'لا',
  ddi: 'دي',
  ba: 'با',
  wi: 'وي',
  nou: 'نو',
  med: 'مد',
  ma: 'مة',
  m: 'م',
  ra: 'رة',
  n: 'ن',
  d: 'د',
  b: 'ب',
  f: 'ف',
  sse: 'س',
};

const of = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
const arabic = (parts: string[]): string => parts.map((part) => ARABIC[part] ?? part).join('');

function partsOf(index: number): string[] {
  return [of(FIRST, index), of(MIDDLE, Math.floor(index / 10)), of(LAST, Math.floor(index / 100))];
}

/** The name of the person with this number: some first names are very common, as everywhere; a third are written in Arabic. */
export function madeName(number: number): string {
  const chance = ((number * 2654435761) >>> 0) / 2 ** 32;
  const first = Math.floor(300 * chance ** 3);
  const last = Math.floor(4000 * (((number * 40503 + 7) % 65536) / 65536) ** 2);
  const family = [...partsOf(last % 1000), of(MIDDLE, Math.floor(last / 1000) + (last % 7))];
  const words = [partsOf(first), family];
  return words.map((parts) => (number % 3 === 0 ? arabic(parts) : parts.join(''))).join(' ');
}
