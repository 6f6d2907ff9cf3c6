import { refuse } from '@qantara/kernel';
import type { WireAnswer } from '@qantara/platform';
import { z } from 'zod';
import { isRecord, refusalOutcome, type Resource } from '../domain/index.ts';
import { checkFormats, given } from './answers.ts';
import type { Call } from './call.ts';

const MOST = 100;

const Entry = z.object({
  resource: z.record(z.string(), z.unknown()).optional(),
  request: z.object({
    method: z.enum(['GET', 'POST', 'PUT']),
    url: z.string().min(1).max(4000),
    ifMatch: z.string().max(100).optional(),
    ifNoneMatch: z.string().max(100).optional(),
    ifNoneExist: z.string().max(2000).optional(),
  }),
});

/** Below the interface's own address, and nowhere else. */
const PATH = /^[A-Z][A-Za-z]{2,40}(?:\/[\w.-]{1,64}){0,3}(?:\?.*)?$/s;

function parsed(body: unknown): Resource {
  if (!isRecord(body)) return {} as Resource;
  return body as Resource;
}

type Part = { status: string; etag?: string; lastModified?: string; location?: string };

function partOf({ status = 200, headers = {} }: WireAnswer): Part {
  const { etag, location, 'last-modified': last } = headers;
  return {
    status: String(status),
    ...(etag === undefined ? {} : { etag }),
    ...(location === undefined ? {} : { location }),
    ...(last === undefined ? {} : { lastModified: new Date(last).toISOString() }),
  };
}

function refused(call: Call): { response: Record<string, unknown> } {
  const said = {
    code: 'resource_invalid',
    status: 422,
    text: call.say('refusal.resource_invalid'),
    fields: [],
    locale: call.locale,
  };
  const { status, outcome } = refusalOutcome(said);
  return { response: { status: String(status), outcome } };
}

type Request = z.infer<typeof Entry>['request'];

/** The terms of one entry, as headers; what the caller prefers holds for all of them. */
function headersFor(call: Call, { ifMatch, ifNoneMatch, ifNoneExist }: Request): Record<string, string> {
  const { prefer } = call.asked.headers;
  const terms = {
    'if-match': ifMatch,
    'if-none-match': ifNoneMatch,
    'if-none-exist': ifNoneExist,
    prefer: prefer ?? undefined,
  };
  return Object.fromEntries(
    Object.entries(terms).flatMap(([name, said]) => (said === undefined ? [] : [[name, said]])),
  );
}

/** Where an entry asks, below this interface; undefined where it asks elsewhere. */
function pathIn(call: Call, { url }: Request): string | undefined {
  const path = url.startsWith(`${call.base}/`) ? url.slice(call.base.length + 1) : url;
  return PATH.test(path) && !path.includes('..') ? path : undefined;
}

function entryOf(answered: WireAnswer): Record<string, unknown> {
  const text = typeof answered.body === 'string' ? answered.body : '';
  const body = text === '' ? undefined : parsed(JSON.parse(text));
  const isOutcome = body?.resourceType === 'OperationOutcome';
  const response = { ...partOf(answered), ...(isOutcome ? { outcome: body } : {}) };
  return { ...(body === undefined || isOutcome ? {} : { resource: body }), response };
}

async function answerEntry(call: Call, entry: unknown): Promise<Record<string, unknown>> {
  const read = Entry.safeParse(entry);
  const path = read.success ? pathIn(call, read.data.request) : undefined;
  if (!read.success || path === undefined) return refused(call);
  const { request, resource } = read.data;
  const sent = resource === undefined ? {} : { body: resource };
  return entryOf(await call.asked.again({ method: request.method, path, headers: headersFor(call, request), ...sent }));
}

/**
 * A Bundle of type batch: each entry under the rules that it would meet alone, one after the other. Refuses `bundle_not_batch`: a
 * transaction is not offered, since each change here is one command of the product.
 */
export async function answerBatch(call: Call): Promise<WireAnswer> {
  checkFormats(call, true);
  const { body } = call.asked;
  const entries = isRecord(body) ? (body['entry'] ?? []) : undefined;
  if (!isRecord(body) || body['resourceType'] !== 'Bundle' || !Array.isArray(entries))
    return refuse('resource_invalid', { fields: [{ path: 'Bundle', code: 'invalid' }] });
  if (body['type'] !== 'batch') refuse('bundle_not_batch', { fields: [{ path: 'Bundle.type', code: 'invalid' }] });
  if (entries.length > MOST) refuse('bundle_too_long');
  const answers: Record<string, unknown>[] = [];
  for (const entry of entries as unknown[]) answers.push(await answerEntry(call, entry));
  return given({ resourceType: 'Bundle', type: 'batch-response', ...(answers.length === 0 ? {} : { entry: answers }) });
}
