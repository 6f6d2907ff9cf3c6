import type { FieldFault } from '@qantara/kernel';

const MOST_LEVELS = 32;

function isUnreadable(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

function findIn(entries: [string, unknown][], path: readonly string[]): FieldFault | undefined {
  for (const [key, item] of entries) {
    const found = findUnreadableText(isUnreadable(key) ? key : item, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The first field whose text no database keeps: a null character, or half of a surrogate pair; or what is nested
 * deeper than anything a page sends. No keyboard types them, and PostgreSQL refuses them in words that nobody understands.
 */
export function findUnreadableText(value: unknown, path: readonly string[] = []): FieldFault | undefined {
  const fault = { path: path.join('.'), code: 'invalid' };
  if (typeof value === 'string') return isUnreadable(value) ? fault : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  return path.length < MOST_LEVELS ? findIn(Object.entries(value), path) : fault;
}
