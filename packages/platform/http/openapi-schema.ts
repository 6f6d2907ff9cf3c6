import { z } from 'zod';

export type JsonSchema = { [field: string]: unknown };

const described = { input: new WeakMap<z.ZodType, JsonSchema>(), output: new WeakMap<z.ZodType, JsonSchema>() };

/** The JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what goes over the wire. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const known = described[io].get(schema);
  if (known !== undefined) return known;
  const {
    $schema: _,
    '~standard': __,
    ...made
  }: JsonSchema = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    cycles: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
      // An identifier is branded by a transform, of which JSON Schema knows nothing: it looks as it came in.
      if (isTransformed(def) && io === 'output') Object.assign(jsonSchema, schemaOf(def.in, 'input'));
    },
  });
  described[io].set(schema, made);
  return made;
}

type TransformedDefinition = { type: 'pipe'; in: z.ZodType; out: z.ZodType };

function isTransformed(def: { type: string }): def is TransformedDefinition {
  if (def.type !== 'pipe' || !('in' in def) || !('out' in def)) return false;
  return def.in instanceof z.ZodType && def.out instanceof z.ZodTransform;
}
