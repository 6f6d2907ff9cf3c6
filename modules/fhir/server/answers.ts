import { Refusal, refuse } from '@qantara/kernel';
import { coversScope } from '@qantara/identity/contract';
import type { WireAnswer } from '@qantara/platform';
import {
  SCOPE_LETTER,
  TYPES,
  type Address,
  type Interaction,
  type ResourceType,
  type SentParameters,
} from '../contract/index.ts';
import {
  doneOutcome,
  historyBundle,
  isRecord,
  leftOut,
  localReference,
  readSearch,
  resourceIn,
  searchset,
  versionIn,
  type Reference,
  type Resource,
} from '../domain/index.ts';
import type { Call, Kind } from './call.ts';
import { holdCondition, holdRecord } from './identifier-store.ts';
import { KINDS } from './kinds/index.ts';

const JSON_TYPE = 'application/fhir+json; fhirVersion=4.0; charset=utf-8';

/** Refuses `format_not_given` where the caller takes no JSON, `format_not_taken` where it sent something else. */
export function checkFormats({ asked }: Call, isSent: boolean): void {
  const { accept, headers } = asked;
  if (accept !== '' && !/json|\*\/\*|application\/\*/.test(accept)) refuse('format_not_given');
  if (isSent && !(headers.contentType ?? '').includes('json')) refuse('format_not_taken');
}

/** Refuses `scope_missing` unless the program was granted this letter of this type. */
export function checkScope({ ctx }: Call, type: ResourceType, interaction: Interaction): void {
  if (!coversScope(ctx.actor.scopes ?? [], type, SCOPE_LETTER[interaction])) refuse('scope_missing');
}

type Meta = { versionId?: string; lastUpdated?: string };
const metaOf = ({ meta }: Resource): Meta => (isRecord(meta) ? (meta as Meta) : {});

function headersOf(resource: Resource): Record<string, string> {
  const { versionId, lastUpdated } = metaOf(resource);
  return {
    ...(versionId === undefined ? {} : { etag: `W/"${versionId}"` }),
    ...(lastUpdated === undefined ? {} : { 'last-modified': new Date(lastUpdated).toUTCString() }),
  };
}

export const given = (body: Resource, more: Partial<WireAnswer> = {}): WireAnswer => ({
  type: JSON_TYPE,
  body: JSON.stringify(body),
  ...more,
});

const idIn = (sent: SentParameters, name = 'id'): string => String(sent[name] ?? '');

function isUnchanged({ asked }: Call, resource: Resource): boolean {
  const { ifModifiedSince, ifNoneMatch } = asked.headers;
  const since = Date.parse(ifModifiedSince ?? '');
  const changed = Math.floor(Date.parse(metaOf(resource).lastUpdated ?? '') / 1000) * 1000;
  return ifNoneMatch === null && !Number.isNaN(since) && !Number.isNaN(changed) && changed <= since;
}

async function found(call: Call, kind: Kind, id: string): Promise<Resource> {
  return (await kind.read(call, id)) ?? refuse('resource_not_found');
}

async function answerRead(call: Call, kind: Kind, sent: SentParameters): Promise<WireAnswer> {
  const resource = await found(call, kind, idIn(sent));
  const headers = headersOf(resource);
  return isUnchanged(call, resource)
    ? { status: 304, type: JSON_TYPE, body: '', headers }
    : given(resource, { headers });
}

async function answerHistory(call: Call, kind: Kind, sent: SentParameters): Promise<WireAnswer> {
  const versions = (await kind.versions?.(call, idIn(sent))) ?? [];
  return versions.length === 0 ? refuse('resource_not_found') : given(historyBundle(call.base, versions));
}

async function answerVersion(call: Call, kind: Kind, sent: SentParameters): Promise<WireAnswer> {
  const versions = (await kind.versions?.(call, idIn(sent))) ?? [];
  const resource =
    versions.find((one) => metaOf(one).versionId === idIn(sent, 'version')) ?? refuse('resource_not_found');
  return given(resource, { headers: headersOf(resource) });
}

function idsNamed(
  call: Call,
  resources: readonly Resource[],
  { name, type }: { name: string; type: ResourceType },
): string[] {
  const element: Record<string, string[]> = {
    patient: ['subject', 'for', 'patient'],
    subject: ['subject', 'for'],
    organization: ['providedBy', 'managingOrganization'],
    partof: ['partOf'],
    'based-on': ['basedOn'],
  };
  const references = resources.flatMap(
    (resource) => (element[name] ?? [name]).flatMap((one) => resource[one] ?? []) as Reference[],
  );
  const ids = references.flatMap(({ reference }) => {
    const named = localReference(reference, call.base);
    return named?.type === type ? [named.id.toLowerCase()] : [];
  });
  return [...new Set(ids)];
}

/** What a page names, brought along: one question for each `_include`, under the scope to read that type. */
async function included(
  call: Call,
  type: ResourceType,
  of: { resources: readonly Resource[]; names: readonly string[] },
): Promise<Resource[]> {
  const all = new Map<string, Resource>();
  for (const name of new Set(of.names)) {
    const target = TYPES[type].includes[name] ?? refuse('search_unknown');
    checkScope(call, target, 'read');
    const ids = idsNamed(call, of.resources, { name, type: target });
    const brought = ids.length === 0 ? [] : ((await KINDS[target].include?.(call, ids, of.resources)) ?? []);
    for (const resource of brought) all.set(`${target}/${String(resource['id'])}`, resource);
  }
  const shown = new Set(of.resources.map(({ resourceType, id }) => `${resourceType}/${String(id)}`));
  return [...all].flatMap(([key, resource]) => (shown.has(key) ? [] : [resource]));
}

async function answerSearch(call: Call, type: ResourceType, sent: SentParameters): Promise<WireAnswer> {
  const question = readSearch(type, sent, call.base);
  if (question.count === 0) return given(searchset(call.base, question, { resources: [], included: [], next: null }));
  const { resources, ...page } = await KINDS[type].search(call, question);
  const along = await included(call, type, { resources, names: question.includes });
  return given(searchset(call.base, question, { resources, included: along, ...page }));
}

const wanted = ({ asked }: Call): string =>
  /(?:^|[;,\s])return=(\w+)/.exec(asked.headers.prefer ?? '')?.[1] ?? 'representation';

type Done = { resource: Resource; left: readonly string[]; status: number };

/** What was done, as the caller prefers to be told: the resource as it is held, nothing, or what was not kept. */
function told(call: Call, { resource, left, status }: Done): WireAnswer {
  const { resourceType, id } = resource;
  const keepsVersions = TYPES[resourceType as ResourceType].interactions.includes('vread');
  const version = keepsVersions ? metaOf(resource).versionId : undefined;
  const place = `${call.base}/${resourceType}/${String(id)}${version === undefined ? '' : `/_history/${version}`}`;
  const headers = { ...headersOf(resource), ...(status === 201 ? { location: place } : {}) };
  // Who may change and not read is told that it is done, and no more.
  const isBlind = status === 200 && !coversScope(call.ctx.actor.scopes ?? [], resourceType, 'r');
  const how = isBlind ? 'minimal' : wanted(call);
  if (how === 'minimal') return { status, type: JSON_TYPE, body: '', headers };
  if (how !== 'OperationOutcome') return given(resource, { status, headers });
  const words = { done: call.say('fhir.outcome.done'), left: call.say('fhir.outcome.not_kept') };
  return given(doneOutcome(left, words), { status, headers });
}

/** What a condition of `If-None-Exist` finds: nothing, or the one that is there. It is a search. Refuses `scope_missing`, `several_match`. */
async function already(call: Call, type: ResourceType): Promise<Resource | undefined> {
  const condition = call.asked.headers.ifNoneExist;
  if (condition === null) return undefined;
  checkScope(call, type, 'search-type');
  if (TYPES[type].isCreatedOnce !== true)
    refuse('search_unknown', { fields: [{ path: 'If-None-Exist', code: 'invalid' }] });
  await holdCondition(call, `${type} ${condition}`);
  const parameters = new URLSearchParams(condition.replace(/^\?/, ''));
  const sent = Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]));
  const question = readSearch(type, sent, call.base);
  if (question.filters.length === 0) refuse('search_too_wide');
  const { resources } = await KINDS[type].search(call, { ...question, count: 2, cursor: null });
  return resources.length > 1 ? refuse('several_match') : resources[0];
}

async function answerCreate(call: Call, type: ResourceType): Promise<WireAnswer> {
  const body = resourceIn(call.asked.body, type);
  const there = await already(call, type);
  if (there !== undefined) return told(call, { resource: there, left: [], status: 200 });
  const resource = (await KINDS[type].create?.(call, body)) ?? refuse('resource_not_found');
  return told(call, { resource, left: leftOut(body, resource), status: 201 });
}

/** Refuses `version_conflict` where the caller had read another version, `version_wanted` where its tag names none. */
function checkVersion({ asked }: Call, before: Resource): void {
  const tag = asked.headers.ifMatch;
  if (tag === null) return;
  const version = versionIn(tag) ?? refuse('version_wanted');
  if (String(version) !== metaOf(before).versionId) refuse('version_conflict');
}

/** Somebody else was first, between the reading and the writing. */
const isLate = (fault: unknown): boolean =>
  fault instanceof Refusal && ['referral_changed', 'person_changed', 'plan_changed'].includes(fault.code);

async function answerUpdate(call: Call, type: ResourceType, sent: SentParameters): Promise<WireAnswer> {
  const body = resourceIn(call.asked.body, type);
  if (body['id'] !== idIn(sent)) refuse('resource_other_id', { fields: [{ path: `${type}.id`, code: 'invalid' }] });
  await holdRecord(call, `${type}/${idIn(sent).toLowerCase()}`);
  const before = await found(call, KINDS[type], idIn(sent));
  checkVersion(call, before);
  try {
    const resource = (await KINDS[type].update?.(call, body, before)) ?? refuse('resource_not_found');
    return told(call, { resource, left: leftOut(body, resource), status: 200 });
  } catch (fault) {
    if (isLate(fault) && call.asked.headers.ifMatch !== null) return refuse('version_conflict');
    throw fault;
  }
}

/** Answers one address of a type, once its scope and formats are right. */
export async function answer(call: Call, { type, interaction }: Address, sent: SentParameters): Promise<WireAnswer> {
  checkFormats(call, interaction === 'create' || interaction === 'update');
  checkScope(call, type, interaction);
  const kind = KINDS[type];
  const answers: Record<Interaction, () => Promise<WireAnswer>> = {
    read: () => answerRead(call, kind, sent),
    vread: () => answerVersion(call, kind, sent),
    'history-instance': () => answerHistory(call, kind, sent),
    'search-type': () => answerSearch(call, type, sent),
    create: () => answerCreate(call, type),
    update: () => answerUpdate(call, type, sent),
  };
  return answers[interaction]();
}
