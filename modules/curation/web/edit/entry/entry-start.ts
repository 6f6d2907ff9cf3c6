import type { LocalizedText } from '@qantara/kernel';
import type { SuggestedField, Suggestion } from '../../../contract/index.ts';

export type EntryStart = {
  texts: Partial<Record<SuggestedField, LocalizedText>>;
  lines: Partial<Record<SuggestedField, string>>;
};

const LINES: ReadonlySet<SuggestedField> = new Set(['phone', 'email', 'url']);

/** What a suggestion fills a new entry with, each text in the language in which it was said. */
export function entryStart(suggestion: Suggestion | null): EntryStart {
  const start: EntryStart = { texts: {}, lines: {} };
  for (const { field, value } of suggestion?.proposals ?? []) {
    if (LINES.has(field)) start.lines[field] = value;
    else start.texts[field] = { [suggestion?.locale ?? 'ar']: value };
  }
  return start;
}
