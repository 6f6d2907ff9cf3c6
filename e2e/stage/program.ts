import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type Locale } from '@qantara/kernel';
import { importJWK, SignJWT, type JWK } from 'jose';

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** A program of the sample region, with the secret that the region made for whoever tries it out. */
export type SampleProgram = {
  ask: (path: string, asking?: { method?: string; body?: object; headers?: Record<string, string> }) => Promise<Answer>;
};

async function tokenOf(address: string, { programId, key }: { programId: string; key: JWK }): Promise<string> {
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'ES384', kid: key.kid ?? '', typ: 'JWT' })
    .setIssuer(programId)
    .setSubject(programId)
    .setAudience(`${address}/oauth/token`)
    .setExpirationTime(Math.floor(Date.now() / 1000) + 240)
    .setJti(newId())
    .sign(await importJWK(key, 'ES384'));
  const answer = await fetch(`${address}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  const said = (await answer.json()) as { access_token?: string };
  if (said.access_token === undefined) throw new Error(`no token: ${JSON.stringify(said)}`);
  return said.access_token;
}

/** Lets a program of the sample in, by its key, as it would come from outside. */
export async function letIn(
  region: { address: string; folder: string },
  name: string,
  locale: Locale,
): Promise<SampleProgram> {
  const { address, folder } = region;
  const kept = readFileSync(join(folder, 'sample-programs', `${name}.json`), 'utf8');
  const token = await tokenOf(address, JSON.parse(kept) as { programId: string; key: JWK });
  return {
    ask: async (path, { method = 'GET', body, headers = {} } = {}) => {
      const answer = await fetch(`${address}/fhir/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': locale,
          'content-type': 'application/fhir+json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const read = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      return { status: answer.status, headers: answer.headers, body: read };
    },
  };
}
