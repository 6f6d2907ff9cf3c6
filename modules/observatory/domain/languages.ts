import type { LocalizedText } from '@qantara/kernel';
import type { Words } from '../contract/index.ts';

const isWritten = (text: string | undefined): boolean => (text ?? '').trim() !== '';
const said = ({ ar, fr, en }: LocalizedText): boolean[] => [ar, fr, en].map(isWritten);

const lacksOne = (text: LocalizedText): boolean => {
  const languages = said(text);
  return languages.some(Boolean) && !languages.every(Boolean);
};

/** Whether anything is written in one language and lacks another: what is published is read by everybody. */
export function lacksLanguages({ words, reason }: { words: Words; reason: LocalizedText | null }): boolean {
  return [...Object.values(words), ...(reason === null ? [] : [reason])].some(lacksOne);
}
