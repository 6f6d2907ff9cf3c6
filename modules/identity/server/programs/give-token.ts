import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@qantara/kernel';
import type { Ctx, WireAnswer, WireAsked, WireProblem } from '@qantara/platform';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { cutScopes } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findProgramRow, insertToken, keptKeysOf, useAssertion, type ProgramRow } from './program-store.ts';
import { fetchKeys } from './read-keys.ts';

const TOKEN_SECONDS = 300;
/** SMART App Launch 2.2, Backend Services: no assertion lives longer. */
const LONGEST_ASSERTION_SECONDS = 300;
const CLOCKS_DIFFER_SECONDS = 30;
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

type In = Ctx<IdentityTables>;
type Given = { grant_type: string; client_assertion_type: string; client_assertion: string; scope: string };

export function hashOfProgramToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const Claimed = z.object({ iss: z.uuid(), sub: z.uuid(), exp: z.number(), jti: z.string().min(1).max(255) });

/** Whose assertion this says it is, and by which key; nothing of it is believed yet. */
function claimsIn(assertion: string): { programId: string; kid: string } {
  try {
    const { kid } = z.object({ kid: z.string() }).parse(decodeProtectedHeader(assertion));
    const { iss, sub } = Claimed.parse(decodeJwt(assertion));
    return iss === sub ? { programId: iss, kid } : refuse('program_not_proven');
  } catch {
    return refuse('program_not_proven');
  }
}

async function verified(ctx: In, program: ProgramRow, asked: { assertion: string; kid: string; audience: string[] }) {
  const { keys_address: address, account_id: programId } = program;
  const keys = address === null ? keptKeysOf(program) : await fetchKeys(ctx, address, asked.kid);
  try {
    const { payload } = await jwtVerify(asked.assertion, createLocalJWKSet({ keys }), {
      algorithms: ['RS384', 'ES384'],
      issuer: programId,
      subject: programId,
      audience: asked.audience,
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      currentDate: ctx.now,
    });
    return payload;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return refuse('program_not_proven');
    throw fault;
  }
}

/** Each assertion opens once, and none is good for long. */
async function useOnce(ctx: In, programId: string, payload: JWTPayload): Promise<void> {
  const { exp, jti } = Claimed.parse(payload);
  const expiresAt = new Date((exp + CLOCKS_DIFFER_SECONDS) * 1000);
  const latest = ctx.now.getTime() + (LONGEST_ASSERTION_SECONDS + 2 * CLOCKS_DIFFER_SECONDS) * 1000;
  // A moment beyond every calendar is none, and not before any other.
  const isShort = expiresAt.getTime() <= latest;
  if (!isShort) refuse('program_not_proven');
  const hash = createHash('sha256')
    .update(JSON.stringify([programId, jti]))
    .digest();
  if (!(await useAssertion(ctx.db, hash, expiresAt))) refuse('program_not_proven');
}

/**
 * Gives a program its token for five minutes: it proves itself by an assertion signed with its key (RFC 7523 §3) and gets what it asks
 * for of what it was granted. Refuses `grant_not_known`, `program_not_proven`, `scope_not_granted`.
 */
export async function giveToken(ctx: In, given: Given, { origin }: Pick<WireAsked, 'origin'>): Promise<WireAnswer> {
  if (given.grant_type !== 'client_credentials') refuse('grant_not_known');
  if (given.client_assertion_type !== JWT_BEARER) refuse('program_not_proven');
  const { programId, kid } = claimsIn(given.client_assertion);
  const program = (await findProgramRow(ctx.db, programId)) ?? refuse('program_not_proven');
  if (program.disabled_at !== null) refuse('program_not_proven');
  const audience = [...new Set([origin, ctx.outside.address])].map((at) => `${at}/oauth/token`);
  const payload = await verified(ctx, program, { assertion: given.client_assertion, kid, audience });
  const scopes = cutScopes(
    program.scopes,
    given.scope.split(/\s+/).filter((one) => one !== ''),
  );
  if (scopes.length === 0) refuse('scope_not_granted');
  await useOnce(ctx, programId, payload);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(ctx.now.getTime() + TOKEN_SECONDS * 1000);
  await insertToken(ctx, { hash: hashOfProgramToken(token), programId, scopes, expiresAt });
  ctx.emit({ type: 'program.let_in', subject: programId, data: { scopes, kid } });
  const said = { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS, scope: scopes.join(' ') };
  return {
    type: 'application/json',
    body: JSON.stringify(said),
    headers: { 'cache-control': 'no-store', pragma: 'no-cache' },
  };
}

const ERRORS: Readonly<Record<string, { error: string; status: number }>> = {
  grant_not_known: { error: 'unsupported_grant_type', status: 400 },
  program_not_proven: { error: 'invalid_client', status: 401 },
  scope_not_granted: { error: 'invalid_scope', status: 400 },
  busy: { error: 'temporarily_unavailable', status: 503 },
};

/** A refusal in the words of RFC 6749 §5.2; the sentence is for whoever runs the program. */
export function sayOauthProblem({ code, status, text }: WireProblem) {
  const known = ERRORS[code] ?? { error: 'invalid_request', status };
  const body = JSON.stringify({ error: known.error, error_description: text });
  return { status: known.status, type: 'application/json', body };
}
