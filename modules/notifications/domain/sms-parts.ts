/** GSM 03.38 (3GPP TS 23.038 §6.2.1): what fits into seven bits; of the extension each takes two places. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';
const basic = new Set(BASIC);
const extension = new Set(EXTENSION);

/** One message, or parts of several: these lose places to the mark that joins them (3GPP TS 23.040 §9.2.3.24.1). */
const PLACES = { gsm: { alone: 160, joined: 153 }, unicode: { alone: 70, joined: 67 } } as const;

/** What is typed with care in a letter, and as any telephone types it. */
const PLAIN: Record<string, string> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '…': '...',
};

export type SmsSize = { characters: number; parts: number; isUnicode: boolean };

/** Packs characters that may not be torn apart into parts; a character of two places may not straddle two. */
function partsOf(widths: number[], { alone, joined }: { alone: number; joined: number }): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}

/** How long a short message is, and in how many parts it leaves: 160 characters a part, 70 where one of them is outside GSM 03.38. */
export function smsSizeOf(text: string): SmsSize {
  const letters = Array.from(text);
  const isUnicode = letters.some((letter) => !basic.has(letter) && !extension.has(letter));
  const widths = letters.map((letter) => (isUnicode ? letter.length : extension.has(letter) ? 2 : 1));
  return {
    characters: widths.reduce((sum, width) => sum + width, 0),
    parts: partsOf(widths, isUnicode ? PLACES.unicode : PLACES.gsm),
    isUnicode,
  };
}

/** The text as it leaves: with plain marks where that alone makes it fit into seven bits, so that it costs half; else as it was written. */
export function smsTextOf(text: string): string {
  const plain = text.replaceAll(/[\u00a0\u202f’‘“”«»–…]/g, (mark) => PLAIN[mark] ?? mark);
  return smsSizeOf(plain).isUnicode ? text : plain;
}
