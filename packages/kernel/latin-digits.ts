/** Digits of an Arabic or Persian keyboard as the digits 0 to 9, all else as it was. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0x0f));
}
