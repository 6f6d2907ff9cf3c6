import { refuse } from '@qantara/kernel';
import type { AnyCtx, WireAnswer, WireAsked } from '@qantara/platform';
import { profilePatches } from '../../domain/profile/merge-patch.ts';
import { openApiDocument, openApiPatch } from '../../domain/profile/openapi-document.ts';
import { publishedSchemas } from '../../domain/profile/object-schema.ts';

export const HSDS_VERSION = '3.1';

function said(value: object): WireAnswer {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** What the interface is: its version of HSDS, its profile, and where its OpenAPI document is. */
export function describeApi(_ctx: AnyCtx, _input: unknown, { origin }: WireAsked): Promise<WireAnswer> {
  const at = `${origin}/hsds`;
  return Promise.resolve(said({ version: HSDS_VERSION, profile: `${at}/profile`, openapi_url: `${at}/openapi.json` }));
}

/** The OpenAPI document. */
export function describeOpenApi(_ctx: AnyCtx, _input: unknown, { origin }: WireAsked): Promise<WireAnswer> {
  return Promise.resolve(said(openApiDocument(`${origin}/hsds`)));
}

function schemaAt(path: string, origin: string): Promise<WireAnswer> {
  const schema = publishedSchemas(`${origin}/hsds/schema`).get(path) ?? refuse('record_not_found');
  return Promise.resolve({ type: 'application/schema+json; charset=utf-8', body: JSON.stringify(schema) });
}

/** The schema of one object, with our profile in it. */
export async function getSchema(_ctx: AnyCtx, { name }: { name: string }, { origin }: WireAsked): Promise<WireAnswer> {
  return schemaAt(name, origin);
}

/** The schema of one object as the lists and the single records have it. */
export async function getCompiledSchema(
  _ctx: AnyCtx,
  { name }: { name: string },
  { origin }: WireAsked,
): Promise<WireAnswer> {
  return schemaAt(`compiled/${name}`, origin);
}

/** What our profile is: to a program its merge patches, to a person the page that tells of it. */
export function showProfile(_ctx: AnyCtx, _input: unknown, { origin, accept, locale }: WireAsked): Promise<WireAnswer> {
  const at = `${origin}/hsds`;
  if (!accept.includes('text/html')) {
    const patches = [...profilePatches().keys(), 'openapi.json'].map((file) => `${at}/profile/${file}`);
    return Promise.resolve(
      said({ name: 'Qantara', version: '1.0.0', extends: 'HSDS 3.1', page: `${origin}/${locale}/hsds`, patches }),
    );
  }
  const headers = { location: `/${locale}/hsds`, 'cache-control': 'no-store' };
  return Promise.resolve({ status: 302, type: 'text/plain', body: '', headers });
}

/** One merge patch of our profile. */
export async function getProfilePatch(_ctx: AnyCtx, { name }: { name: string }): Promise<WireAnswer> {
  const patch = name === 'openapi.json' ? openApiPatch() : profilePatches().get(name);
  const body = JSON.stringify(patch ?? refuse('record_not_found'));
  return { type: 'application/merge-patch+json; charset=utf-8', body };
}
