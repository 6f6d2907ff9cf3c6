import { Problem, refusalStatus, type Route, type RouteTable } from '@qantara/kernel';
import { z } from 'zod';
import { schemaOf, type JsonSchema } from './openapi-schema.ts';
import { shareSchemas } from './share-schemas.ts';

export type ApiInfo = { title: string; version: string; description?: string };

type Operation = { [field: string]: unknown };

/** Every route may answer so; the codes of a route stand in `x-refusals`. */
const COMMON_REFUSALS = ['invalid_input', 'too_many_requests', 'busy', 'broken'];
const SIGNED_IN_REFUSALS = ['not_signed_in', 'not_allowed'];

/** The OpenAPI 3.1 description of all routes: module name to the routes of its contract. */
export function openApiOf(tables: Record<string, RouteTable>, info: ApiInfo): object {
  const paths: Record<string, Record<string, Operation>> = {};
  const routes = Object.entries(tables).flatMap(([module, table]) =>
    Object.entries(table).map(([name, route]) => ({ module, name, route })),
  );
  for (const { module, name, route } of routes) {
    const [method = 'GET', path = '/'] = route.path.split(' ');
    const address = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(module, name, route) };
  }
  const sorted = Object.fromEntries(Object.entries(paths).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const { paths: told, schemas } = shareSchemas(sorted);
  return {
    openapi: '3.1.0',
    info: { license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }, ...info },
    servers: [{ url: '/' }],
    tags: Object.keys(tables).map((name) => ({ name })),
    paths: told,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-qantara' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: schemaOf(Problem, 'output'), ...schemas },
    },
  };
}

function operationOf(module: string, name: string, route: Route): Operation {
  const input = schemaOf(route.input, 'input');
  const isRead = route.path.startsWith('GET ');
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => parameter);
  const fields = propertiesOf(input);
  const inQuery = isRead ? Object.keys(fields).filter((field) => !inPath.includes(field)) : [];
  const required = requiredOf(input);
  const parameters = [
    ...inPath.map((field) => ({
      name: field,
      in: 'path',
      required: true,
      schema: fields[field] ?? { type: 'string' },
    })),
    ...inQuery.map((field) => ({
      name: field,
      in: 'query',
      required: required.includes(field),
      schema: fields[field],
    })),
    ...(isRead || route.reads || route.tries ? [] : [COMMAND_ID]),
  ];
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(isRead ? {} : { requestBody: bodyOf(input, inPath) }),
    responses: responsesOf(route),
    security: route.may === 'anyone' ? [] : [{ cookie: [] }, { bearer: [] }],
    'x-permission': route.may,
    'x-refusals': route.refusals,
    ...(route.offline === undefined ? {} : { 'x-offline': route.offline }),
  };
}

/** What makes a repeated command have the effect of one. */
const COMMAND_ID = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  schema: { type: 'string', format: 'uuid' },
};

function bodyOf(input: JsonSchema, inPath: string[]): Operation {
  const properties = Object.entries(propertiesOf(input)).filter(([field]) => !inPath.includes(field));
  const required = requiredOf(input).filter((field) => !inPath.includes(field));
  const isObject = input['type'] === 'object' && inPath.length > 0;
  const { required: _, ...rest } = input;
  const narrowed = {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
  return {
    required: !isObject || required.length > 0,
    content: { 'application/json': { schema: isObject ? narrowed : input } },
  };
}

// A person meets several refusals with one status: each status lists its codes.
function responsesOf(route: Route): Record<string, Operation> {
  const codes = [...COMMON_REFUSALS, ...(route.may === 'anyone' ? [] : SIGNED_IN_REFUSALS), ...route.refusals];
  const byStatus = Map.groupBy(codes, refusalStatus);
  const problems = [...byStatus]
    .toSorted(([one], [other]) => one - other)
    .map(([status, found]) => [
      String(status),
      {
        description: [...new Set(found)].toSorted().join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
  const ok = { description: 'ok', content: { 'application/json': { schema: schemaOf(route.output, 'output') } } };
  return { '200': ok, ...Object.fromEntries(problems) };
}

function propertiesOf(schema: JsonSchema): Record<string, unknown> {
  const properties = schema['properties'];
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

function requiredOf(schema: JsonSchema): string[] {
  return z.array(z.string()).catch([]).parse(schema['required']);
}
