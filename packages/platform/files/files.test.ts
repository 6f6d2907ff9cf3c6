import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { vaultOf } from '../command/vault.ts';
import type { Bucket } from './ask-bucket.ts';
import { bucketFiles } from './bucket-files.ts';
import { copyFiles } from './copy-files.ts';
import { sealedFiles, type FileStore } from './file-store.ts';
import { folderFiles } from './folder-files.ts';
import { memoryFiles } from './memory-files.ts';
import { newFileKey } from './new-file-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'qantara-files-'));
const SOON = new Date(Date.now() + 3600_000);
const kept = new Map<string, Buffer>();
const seen: { method: string; authorization: string }[] = [];
let server: Server;
let port = 0;

/** A page of two keys at a time, as S3 lists: `continuation-token` is the last key told. */
function listed(after: string): string {
  const keys = [...kept.keys()].toSorted().filter((key) => key > after);
  const page = keys.slice(0, 2);
  const more = keys.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const at = new Date().toISOString();
  const entries = page.map((key) => `<Contents><Key>${key}</Key><LastModified>${at}</LastModified></Contents>`);
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`;
}

type Asked = { method: string; bucket: string; key: string; after: string; body: Buffer };
type Answered = { status: number; body?: Buffer | string; location?: string };

function read(key: string, after: string): Answered {
  if (key === '') return { status: 200, body: listed(after) };
  const found = kept.get(key);
  return found === undefined ? { status: 404 } : { status: 200, body: found };
}

function answerTo({ method, bucket, key, after: from, body }: Asked): Answered {
  if (bucket === 'away') return { status: 307, location: 'http://127.0.0.1:1/' };
  if (bucket === 'closed') return { status: 403, body: '<Error/>' };
  if (method === 'GET') return read(key, from);
  if (method === 'PUT') kept.set(key, body);
  else kept.delete(key);
  return { status: 200 };
}

before(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://here');
      const [, bucket = '', key = ''] = url.pathname.split('/');
      const method = String(request.method);
      seen.push({ method, authorization: String(request.headers.authorization) });
      const from = url.searchParams.get('continuation-token') ?? '';
      const answer = answerTo({ method, bucket, key, after: from, body: Buffer.concat(chunks) });
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const bucketAt = (bucket: string, more: Partial<Bucket> = {}): FileStore =>
  bucketFiles({
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'eu-west-3',
    key: 'of-a-test',
    secret: 'of-a-test-too',
    allowsPrivate: true,
    ...more,
  });

async function keysOf(store: FileStore, moment = SOON): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(moment)) keys.push(key);
  return keys.toSorted();
}

async function behaves(store: FileStore): Promise<void> {
  const keys = [newFileKey(), newFileKey(), newFileKey(), newFileKey(), newFileKey()].toSorted();
  for (const key of keys) await store.put(key, Buffer.from(`of ${key}`));
  for (const key of keys) assert.equal((await store.get(key))?.toString(), `of ${key}`);
  assert.deepEqual(await keysOf(store), keys);
  assert.deepEqual(await keysOf(store, new Date(Date.now() - 3600_000)), []);
  const [first = '', ...rest] = keys;
  await store.remove(first);
  await store.remove(first);
  assert.equal(await store.get(first), null);
  assert.deepEqual(await keysOf(store), rest);
  for (const key of rest) await store.remove(key);
}

test('every store gives back what it was given, tells what it holds, and forgets what is removed', async () => {
  await behaves(memoryFiles());
  await behaves(folderFiles(join(folder, 'all')));
  await behaves(bucketAt('papers'));
});

test('a folder keeps files for its owner alone, in two levels, and leaves nothing half written', async () => {
  const root = join(folder, 'modes');
  const store = folderFiles(root);
  const key = newFileKey();
  await store.put(key, Buffer.from('paper'));
  const path = join(root, key.slice(0, 2), key.slice(2, 4), key);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(path)).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(dirname(path)), [key]);
});

test('what a crash left half written is no file, and is cleared away once it is old', async () => {
  const root = join(folder, 'half');
  const key = newFileKey();
  const half = join(root, key.slice(0, 2), key.slice(2, 4), `${key}.0123456789abcdef.part`);
  mkdirSync(dirname(half), { recursive: true });
  writeFileSync(half, 'pap');
  utimesSync(half, new Date(0), new Date(0));
  writeFileSync(join(root, 'not-ours'), '');
  assert.equal(await folderFiles(root).get(key), null);
  assert.deepEqual(await keysOf(folderFiles(root)), []);
  assert.deepEqual(readdirSync(dirname(half)), []);
});

test('a folder that cannot be written is a failure', async () => {
  writeFileSync(join(folder, 'no-folder'), '');
  await assert.rejects(folderFiles(join(folder, 'no-folder')).put(newFileKey(), Buffer.from('x')), /ENOTDIR|EEXIST/);
});

test('only a key is ever a path or an address', async () => {
  const store = folderFiles(folder);
  for (const key of ['../../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(63)}/`, 'A'.repeat(64)]) {
    await assert.rejects(async () => store.get(key), /no key/);
    await assert.rejects(async () => bucketAt('papers').put(key, Buffer.from('x')), /no key/);
  }
});

test('a bucket is asked with a signature, and a refusal or an answer that leads elsewhere is a failure', async () => {
  await bucketAt('papers').put(newFileKey(), randomBytes(100));
  assert.match(seen.at(-1)?.authorization ?? '', /^AWS4-HMAC-SHA256 Credential=of-a-test\/\d{8}\/eu-west-3\/s3\//);
  await assert.rejects(bucketAt('closed').get(newFileKey()), /answered 403/);
  await assert.rejects(bucketAt('away').put(newFileKey(), Buffer.from('x')), /answered 307/);
});

test('a bucket in our own network is refused unless the operator allows it, before anything is sent', async () => {
  const count = seen.length;
  await assert.rejects(
    bucketAt('papers', { allowsPrivate: false }).get(newFileKey()),
    /not an address of the internet/,
  );
  assert.equal(seen.length, count);
});

test('what is kept is sealed, and opens neither changed, nor under another name, nor by another secret', async () => {
  const store = memoryFiles();
  const vault = vaultOf('x'.repeat(32));
  const sealed = sealedFiles(store, vault);
  const [key, other] = [newFileKey(), newFileKey()];
  const paper = Buffer.from('a paper of somebody');
  await sealed.put(key, paper);
  assert.deepEqual(await sealed.get(key), paper);
  const bytes = (await store.get(key)) ?? Buffer.alloc(0);
  assert.equal(bytes.includes('paper'), false);
  await store.put(other, bytes);
  await assert.rejects(sealed.get(other));
  await assert.rejects(sealedFiles(store, vaultOf('y'.repeat(32))).get(key));
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await store.put(key, bytes);
  await assert.rejects(sealed.get(key));
  assert.equal(await sealed.get(newFileKey()), null);
});

test('a copy carries everything, sealed as it is', async () => {
  const [from, to] = [memoryFiles(), folderFiles(join(folder, 'copy'))];
  const keys = [newFileKey(), newFileKey()].toSorted();
  for (const key of keys) await from.put(key, Buffer.from(key));
  assert.equal(await copyFiles(from, to), 2);
  assert.deepEqual(await keysOf(to), keys);
});
