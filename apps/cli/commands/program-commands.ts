import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { importJWK, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import { Misused, type Command } from '../command.ts';

const KeyFile = z.object({
  programId: z.uuid().nullable(),
  key: z.looseObject({ kty: z.literal('EC'), kid: z.string(), x: z.string(), y: z.string(), d: z.string() }),
});

const ASSERTION_SECONDS = 240;

type KeptKey = z.infer<typeof KeyFile>['key'];

function publicHalf({ d: _secret, ...key }: KeptKey): object {
  return { ...key, alg: 'ES384', use: 'sig' };
}

/** Makes the key of a program: the secret half into a file, the public half to be registered. */
export const programKeysCommand: Command = {
  name: 'program keys',
  takes: '<file>',
  does: 'make a key for a program: the secret half into a new file, the public half printed',
  run: ({ words, say }) => {
    const [file] = words;
    if (file === undefined) throw new Misused('Say the file for the secret half.');
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const key = { ...pair.privateKey.export({ format: 'jwk' }), kid: randomUUID() };
    writeFileSync(file, JSON.stringify({ programId: null, key }, null, 2), { mode: 0o600, flag: 'wx' });
    say(JSON.stringify({ keys: [publicHalf(KeyFile.shape.key.parse(key))] }, null, 2));
    return Promise.resolve();
  },
};

async function assertionFor(address: string, programId: string, key: JWK): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES384', kid: key.kid ?? '', typ: 'JWT' })
    .setIssuer(programId)
    .setSubject(programId)
    .setAudience(`${address}/oauth/token`)
    .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(key, 'ES384'));
}

type Given = { address: string; programId: string; key: JWK };

function readGiven([given = '', file = '', named]: string[]): Given {
  if (!URL.canParse(given) || file === '') throw new Misused('Say the address of the server and the file of the key.');
  const read = KeyFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  const programId = named ?? read.data?.programId ?? null;
  if (!read.success || programId === null) throw new Misused('The file holds no key, or no program is named.');
  return { address: new URL(given).origin, programId, key: read.data.key };
}

/** Gets a program's token as the program itself would, for trying an interface by hand. */
export const programTokenCommand: Command = {
  name: 'program token',
  takes: '<address> <file> [<program>]',
  does: 'print a token of five minutes for a program, by the key in a file',
  run: async ({ words, say }) => {
    const { address, programId, key } = readGiven(words);
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertionFor(address, programId, key),
    });
    const answer = await fetch(`${address}/oauth/token`, { method: 'POST', body, redirect: 'error' });
    const said = (await answer.json()) as { access_token?: string; error_description?: string };
    if (said.access_token === undefined)
      throw new Error(said.error_description ?? `The server answered ${answer.status}.`);
    say(said.access_token);
  },
};
