import { foldText, latinDigits } from '@qantara/kernel';

export type SaidPhone = { number: string; extension: string; type: string; description: string };

const TYPES: readonly [word: RegExp, type: string][] = [
  [/\b(?:fax|telecopie\w*|فاكس)\b|فاكس/, 'fax'],
  [/\b(?:tty|tdd|textphone|telephone texte|ats)\b/, 'textphone'],
  [/\b(?:cell|mobile|portable|gsm)\b|جوال|محمول|نقال/, 'cell'],
  [/\b(?:sms|text)\b/, 'text'],
];

/** The kind of a number that a word beside it says, as HSDS calls it; empty where it says none. */
export function phoneTypeOf(said: string): string {
  const words = foldText(said);
  return TYPES.find(([word]) => word.test(words))?.[1] ?? '';
}

const NUMBER = /\+?[(\d][\d\s().\u00a0/-]{4,}\d/;
const EXTENSION = /^\s*(?:,|#)?\s*(?:x|ext\.?|extension|poste|تحويله|داخلي)\s*[.:]?\s*(\d{1,8})/i;

function partsOf(text: string): string[] {
  return text
    .split(/[;؛\n|]+|,(?=[^,;]*\d{3})|\s\/\s(?=\D{0,15}\d)|\b(?:or|ou)\b(?=\D{0,15}\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function phoneOf(part: string): SaidPhone {
  const text = latinDigits(part);
  const found = NUMBER.exec(text);
  if (found === null)
    return { number: text.replace(/^[^:]{1,40}:\s*/, ''), extension: '', type: phoneTypeOf(text), description: '' };
  const before = text
    .slice(0, found.index)
    .replace(/[\s:–-]+$/, '')
    .trim();
  const rest = text.slice(found.index + found[0].length);
  const [said = '', extension = ''] = EXTENSION.exec(rest) ?? [];
  const after = rest.slice(said.length).replace(/^[\s()–-]+|[\s()]+$/g, '');
  const words = [before, after].filter((word) => word !== '' && word !== '(').join(', ');
  const type = phoneTypeOf(words);
  return { number: found[0].trim(), extension, type, description: words };
}

/** The numbers in a cell: several, with what stands before and after each (`main: 305-285-5922; Fax 305-285-5923 x 12`). */
export function parsePhones(text: string): SaidPhone[] {
  return partsOf(text).map(phoneOf);
}
