import { Capacity } from '@qantara/directory/contract';
import { fieldsOf, OBJECT_NAMES, type ObjectName } from '@qantara/directory/domain';

export type JsonSchema = { readonly [key: string]: unknown };

const TEXT: JsonSchema = { type: 'string' };

/** One text in one language, and, where it is a translation, who made it and whether what it was made of reads otherwise now. */
const ONE_LANGUAGE: JsonSchema = {
  type: 'object',
  properties: {
    text: TEXT,
    origin: { type: 'string', enum: ['person', 'source', 'machine'], description: 'Who translated it.' },
    translated_by: TEXT,
    translated_at: { type: 'string', format: 'date-time' },
    from_language: {
      type: 'string',
      enum: ['ar', 'fr', 'en'],
      description: 'The language that it was translated from.',
    },
    from_text: { type: 'string', description: 'What it was translated from, as it read then.' },
    is_outdated: { type: 'boolean', description: 'The text that it was translated from reads otherwise now.' },
  },
  required: ['text'],
};

const languages: JsonSchema = { type: 'object', properties: { ar: ONE_LANGUAGE, fr: ONE_LANGUAGE, en: ONE_LANGUAGE } };

function translations(object: ObjectName): JsonSchema {
  const fields = fieldsOf(object).filter(([, kind]) => kind === 'text');
  return {
    type: 'object',
    description: 'The texts of this record in every language that they are in.',
    properties: Object.fromEntries(fields.map(([field]) => [field, languages])),
  };
}

const source: JsonSchema = {
  type: 'string',
  description: 'The directory that this record first came from, where it was taken in.',
};

const OWN: Partial<Record<ObjectName, JsonSchema>> = {
  organization: { source },
  service: {
    source,
    capacity_status: {
      type: 'string',
      enum: Capacity.options.filter((status) => status !== 'unknown'),
      description: 'Whether it takes people now: open, with a waiting list, full, or after an assessment.',
    },
    capacity_updated: { type: 'string', format: 'date-time', description: 'When the capacity was said.' },
  },
  location: {
    source,
    is_confidential: {
      type: 'boolean',
      description: 'Where it is is told to nobody: such a location has no name, address, coordinates or anything else.',
    },
  },
  service_at_location: {
    distance: { type: 'number', description: 'Metres from the point that was asked of.' },
  },
};

function additionsOf(object: ObjectName): JsonSchema {
  const hasTexts = fieldsOf(object).some(([, kind]) => kind === 'text');
  return { ...OWN[object], ...(hasTexts ? { translations: translations(object) } : {}) };
}

/** What our profile adds to each object of HSDS 3.1; objects to which it adds nothing are not here. */
export const ADDITIONS: ReadonlyMap<ObjectName, JsonSchema> = new Map(
  OBJECT_NAMES.map((object) => [object, additionsOf(object)] as const).filter(
    ([, additions]) => Object.keys(additions).length > 0,
  ),
);
