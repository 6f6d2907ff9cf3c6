import { createHash } from 'node:crypto';
import type { JsonSchema } from './openapi-schema.ts';

/** Shorter ones are not worth looking up. */
const LEAST_CHARACTERS = 160;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that is long enough, and does not refer to its own place in a larger one. */
function isWorth(node: JsonSchema, text: string): boolean {
  const isSchema = ['type', 'anyOf', 'oneOf', 'allOf', 'enum'].some((key) => typeof node[key] !== 'undefined');
  return isSchema && text.length >= LEAST_CHARACTERS && !/"\$ref":"#(?!\/components\/)/.test(text);
}

function nameOf(key: string, text: string): string {
  const words = key.replaceAll(/[^a-z\d]+/gi, ' ').trim() || 'schema';
  const name = words.replaceAll(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${name}_${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
}

/** What stands between a schema and the name that says what it is of. */
const STRUCTURE = new Set(['items', 'anyOf', 'oneOf', 'allOf', 'schema', 'properties', 'additionalProperties']);
const keyFor = (key: string, of: string): string => (STRUCTURE.has(key) || /^\d+$/.test(key) ? of : key);

class Sharing {
  readonly shared: Record<string, JsonSchema> = {};
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** Counts how often each schema is spelt out; what stands in one that was seen before is not counted again. */
  count(node: unknown): void {
    if (Array.isArray(node)) for (const one of node) this.count(one);
    if (!isObject(node)) return;
    const text = JSON.stringify(node);
    if (isWorth(node, text)) {
      const before = this.#counts.get(text) ?? 0;
      this.#counts.set(text, before + 1);
      if (before > 0) return;
    }
    for (const one of Object.values(node)) this.count(one);
  }

  replaced(node: unknown, of: string): unknown {
    if (Array.isArray(node)) return node.map((one) => this.replaced(one, of));
    if (!isObject(node)) return node;
    const text = JSON.stringify(node);
    if ((this.#counts.get(text) ?? 0) < 2) return this.#inner(node, of);
    const known = this.#names.get(text);
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` };
    const name = nameOf(of, text);
    this.#names.set(text, name);
    this.shared[name] = this.#inner(node, of);
    return { $ref: `#/components/schemas/${name}` };
  }

  #inner(node: JsonSchema, of: string): JsonSchema {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, this.replaced(value, keyFor(key, of))]));
  }
}

/**
 * The same paths with every schema that they spell out more than once told only once, under a name of its own: by the first
 * field that has it and what it says, so that it is called the same as long as it says the same.
 */
export function shareSchemas(paths: JsonSchema): { paths: JsonSchema; schemas: Record<string, JsonSchema> } {
  const sharing = new Sharing();
  sharing.count(paths);
  const made = sharing.replaced(paths, 'schema') as JsonSchema;
  const named = Object.entries(sharing.shared).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { paths: made, schemas: Object.fromEntries(named) };
}
