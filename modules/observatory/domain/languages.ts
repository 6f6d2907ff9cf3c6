import type { LocalizedText } from '@qantara/kernel';
import type { Words } from '../contract/index.ts';

const isWritten = (text: string | undefined): boolean => (text ?? '').trim() !== '';
const said = ({ ar, fr, en }: LocalizedText): boolean[] => [ar, fr, en].map(isWritten);

/** Sections whose words are written in one language and lack another: what is published is read by everybody. */
export function lackingLanguages(words: Words): string[] {
  return Object.entries(words).flatMap(([section, text]) => {
    const languages = said(text);
    return languages.some(Boolean) && !languages.every(Boolean) ? [section] : [];
  });
}
