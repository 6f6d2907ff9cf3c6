import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { addressKeeper, fileKeeper } from './keepers.ts';

const folder = mkdtempSync(join(tmpdir(), 'qantara-keepers-'));
const got: string[] = [];
let server: Server;
let ca = '';
let port = 0;

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'no openssl here to make a certificate with';

before(async () => {
  if (skip !== false) return;
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=kept.example', '-addext', 'subjectAltName=DNS:kept.example'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  ca = readFileSync(cert, 'utf8');
  server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => got.push(chunk));
    const isAway = request.url === '/away';
    response.writeHead(isAway ? 302 : 204, isAway ? { location: 'https://kept.example/kept' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
after(() => {
  if (skip === false) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const here = (): Promise<{ address: string; family: number }[]> =>
  Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
const keeper = (path: string, allowsPrivate = true) =>
  addressKeeper(`https://kept.example:${port}${path}`, { allowsPrivate, resolve: here, ca });

test('a file keeps every line, one after the other', async () => {
  const path = join(folder, 'kept.jsonl');
  const { keep } = fileKeeper(path);
  await keep('{"one":1}');
  await keep('{"two":2}');
  assert.equal(readFileSync(path, 'utf8'), '{"one":1}\n{"two":2}\n');
});

test('a folder that is not there is a failure, so that the job tries again', async () => {
  await assert.rejects(fileKeeper(join(folder, 'nowhere', 'kept.jsonl')).keep('x'), /ENOENT/);
});

test('an address is posted to, at the machine that was looked up', { skip }, async () => {
  await keeper('/kept').keep('{"three":3}');
  assert.deepEqual(got, ['{"three":3}']);
});

test(
  'an address of our own network is refused unless the operator allows it, before anything is sent',
  { skip },
  async () => {
    const before = got.length;
    await assert.rejects(keeper('/kept', false).keep('x'), /not an address of the internet/);
    assert.equal(got.length, before);
  },
);

test('an answer that sends us elsewhere is a failure and is not followed', { skip }, async () => {
  const before = got.length;
  await assert.rejects(keeper('/away').keep('x'), /answered 302/);
  assert.equal(got.length, before + 1);
});

test('only https is an address', () => {
  assert.throws(() => addressKeeper('http://kept.example/', { allowsPrivate: true }), /https only/);
});
