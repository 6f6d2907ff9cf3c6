import type { SaidOf } from '@qantara/directory/server';
import { derivedId } from '@qantara/directory/server';

/** The same identifier for the same word, as a source would give its records. */
export const idOf = (...words: string[]): string => derivedId('test', ...words);

export type Content = SaidOf['content'];

/** What a source says of one record. */
export function said(object: SaidOf['object'], recordId: string, content: Content): SaidOf {
  return { object, sourceRecordId: recordId, recordId, content, isEdit: false };
}
