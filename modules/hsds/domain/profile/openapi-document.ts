import {
  API_PARAMETERS,
  LIST_NAMES,
  LIST_PARAMETERS,
  RECORD_PARAMETERS,
  type ListName,
  type ParameterName,
} from '../../contract/api-parameters.ts';
import type { JsonSchema } from './additions.ts';

/** Which schema one record, and one item, of a list follows, under `/hsds/schema`. */
const SCHEMAS: Record<ListName, { record: string; item: string }> = {
  services: { record: 'compiled/service.json', item: 'compiled/service_list.json' },
  organizations: { record: 'compiled/organization.json', item: 'compiled/organization_list.json' },
  taxonomies: { record: 'taxonomy.json', item: 'taxonomy.json' },
  taxonomy_terms: { record: 'taxonomy_term.json', item: 'taxonomy_term.json' },
  service_at_locations: {
    record: 'compiled/service_at_location.json',
    item: 'compiled/service_at_location_list.json',
  },
};

const count = { type: 'integer', minimum: 0 };
const PAGE: JsonSchema = {
  type: 'object',
  properties: {
    total_items: { ...count, description: 'How many match.' },
    total_pages: { ...count, description: 'How many pages that makes.' },
    page_number: { type: 'integer', minimum: 1, description: 'Which page this is.' },
    size: { ...count, description: 'How many are on this page.' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    empty: { type: 'boolean', description: 'Whether nothing is on this page.' },
  },
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty'],
};

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457: what is wrong with the question, part by part.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object' } },
  },
  required: ['title', 'status', 'code'],
};

const json = (schema: object): object => ({ 'application/json': { schema } });
const refused = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function parametersOf(names: readonly ParameterName[]): object[] {
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function listOperation(list: ListName, verb: 'get' | 'post', at: string): object {
  const items = { type: 'array', items: { $ref: `${at}/schema/${SCHEMAS[list].item}` } };
  return {
    operationId: `${verb}_${list}`,
    summary: verb === 'get' ? `A list of ${list}, page by page.` : `The same question, kept out of addresses and logs.`,
    parameters: parametersOf(LIST_PARAMETERS[list]),
    responses: {
      200: {
        description: 'A page of what matches; with format=ndjson a record a line.',
        content: {
          ...json({ properties: { contents: items }, allOf: [{ $ref: '#/components/schemas/Page' }] }),
          'application/x-ndjson': { schema: { type: 'string' } },
        },
      },
      400: refused('The question cannot be answered as it was asked.'),
      429: refused('Too many questions in a short time.'),
    },
  };
}

function recordOperation(list: ListName, at: string): object {
  return {
    operationId: `get_${list}_by_id`,
    summary: 'One record, with everything that belongs to it.',
    parameters: parametersOf(RECORD_PARAMETERS[list]),
    responses: {
      200: { description: 'The record.', content: json({ $ref: `${at}/schema/${SCHEMAS[list].record}` }) },
      301: { description: 'It was found to be the same as another: see there.' },
      404: refused('There is no such record.'),
    },
  };
}

const ID = { name: 'id', in: 'path', required: true, description: 'Which record.', schema: { type: 'string' } };

function pathsOf(at: string): Record<string, object> {
  const about = {
    operationId: 'get_about',
    summary: 'Which version of HSDS, which profile, and where this document is.',
    responses: {
      200: {
        description: 'About this interface.',
        content: json({
          type: 'object',
          properties: {
            version: { type: 'string' },
            profile: { type: 'string', format: 'uri' },
            openapi_url: { type: 'string', format: 'uri' },
          },
          required: ['version', 'profile', 'openapi_url'],
        }),
      },
    },
  };
  const lists = LIST_NAMES.flatMap((list): [string, object][] => [
    [`/${list}`, { get: listOperation(list, 'get', at), post: listOperation(list, 'post', at) }],
    [`/${list}/{id}`, { parameters: [ID], get: recordOperation(list, at) }],
  ]);
  return { '/': { get: about }, ...Object.fromEntries(lists) };
}

/** The OpenAPI 3.1 document of the interface, with our profile in it; `at` is where the interface is, `https://…/hsds`. */
export function openApiDocument(at: string): object {
  const parameters = Object.entries(API_PARAMETERS).map(([name, { schema, about }]) => [
    name,
    { name, in: 'query', required: false, description: about, schema },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qantara HSDS 3.1',
      version: '1.0.0',
      summary: 'The directory of services, in the words of HSDS 3.1.',
      description: `Open to anyone, without a key. What our profile adds to HSDS 3.1 is told at ${at}/profile.`,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: at }],
    paths: pathsOf(at),
    components: { schemas: { Page: PAGE, Problem: PROBLEM }, parameters: Object.fromEntries(parameters) },
  };
}

/** What our profile changes in HSDS 3.1's own OpenAPI document: its parameters, address by address. */
export function openApiPatch(): JsonSchema {
  const ours = Object.entries(API_PARAMETERS).filter(([, { isOurs }]) => isOurs);
  const added = ours.map(([name, { schema, about }]) => [
    name,
    { name, in: 'query', required: false, description: about, schema },
  ]);
  const paths = LIST_NAMES.map((list) => [
    `/${list}`,
    {
      get: { parameters: parametersOf(LIST_PARAMETERS[list]) },
      post: { parameters: parametersOf(LIST_PARAMETERS[list]) },
    },
  ]);
  return { paths: Object.fromEntries(paths), components: { parameters: Object.fromEntries(added) } };
}
