import { refuse } from '@qantara/kernel';

/** What a file may be at most: beyond it nothing is parsed, so that no file can fill the memory or the stack. */
export const LIMITS = { bytes: 8_000_000, depth: 24, values: 1_500_000, features: 20_000 };

/** One feature as the file has it, nothing of it believed yet. */
export type RawFeature = {
  id: unknown;
  geometry: unknown;
  properties: Record<string, unknown> | null;
  isFeature: boolean;
};

const OPENS: ReadonlySet<string> = new Set(['[', '{']);
const CLOSES: ReadonlySet<string> = new Set([']', '}']);

/** Where the text that begins here ends; what stands behind a backslash ends nothing. */
function endOfText(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '\\') index += 1;
    else if (letter === '"') return index;
  }
  return text.length;
}

/**
 * How deep a text of JSON goes and how many values it holds, counted without building anything: JSON.parse would build
 * millions of empty arrays out of a few megabytes before anybody could count them.
 */
export function measureJson(text: string): { depth: number; values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (letter === '"') index = endOfText(text, index);
    else if (OPENS.has(letter)) {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (CLOSES.has(letter)) depth -= 1;
    else if (letter === ',') values += 1;
  }
  return { depth: deepest, values };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('file_unreadable', { fields: [{ path: 'content', code: 'file_unreadable' }] });
  }
}

function toRaw(value: unknown): RawFeature {
  if (!isRecord(value)) return { id: null, geometry: null, properties: null, isFeature: false };
  const { id, geometry, properties, type } = value;
  return { id, geometry, properties: isRecord(properties) ? properties : null, isFeature: type === 'Feature' };
}

/**
 * The features of a file of GeoJSON (RFC 7946 §3.3). Refuses `file_too_large`, `file_too_deep` and `file_too_many` before
 * it is parsed, `file_unreadable` where it is no JSON, and `file_not_a_collection` where it is other JSON. A feature that
 * is none stays in the list: the report names it by its number.
 */
export function readCollection(text: string): RawFeature[] {
  if (text.length > LIMITS.bytes) refuse('file_too_large', { fields: [{ path: 'content', code: 'file_too_large' }] });
  const { depth, values } = measureJson(text);
  if (depth > LIMITS.depth) refuse('file_too_deep', { fields: [{ path: 'content', code: 'file_too_deep' }] });
  if (values > LIMITS.values) refuse('file_too_many', { fields: [{ path: 'content', code: 'file_too_many' }] });
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(parsed) || parsed['type'] !== 'FeatureCollection' || !Array.isArray(parsed['features']))
    return refuse('file_not_a_collection', { fields: [{ path: 'content', code: 'file_not_a_collection' }] });
  const features: unknown[] = parsed['features'];
  if (features.length > LIMITS.features)
    refuse('file_too_many', { fields: [{ path: 'content', code: 'file_too_many' }] });
  return features.map(toRaw);
}

const MOST_PROPERTIES = 200;
const LONGEST_EXAMPLE = 60;
const READ_FOR_EXAMPLES = 500;

/** A value of a property as text; what is no plain value is none. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join(', ');
  return '';
}

/** The properties that the features have, each with an example, for whoever says which is what. */
export function propertiesOf(features: readonly RawFeature[]): { name: string; example: string }[] {
  const found = new Map<string, string>();
  for (const { properties } of features.slice(0, READ_FOR_EXAMPLES))
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name.length > MOST_PROPERTIES || (found.size >= MOST_PROPERTIES && !found.has(name))) continue;
      const known = found.get(name) ?? '';
      if (known === '') found.set(name, plainText(value).slice(0, LONGEST_EXAMPLE));
    }
  return [...found].map(([name, example]) => ({ name, example }));
}
