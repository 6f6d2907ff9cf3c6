import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { actorInRole, call, countRows, get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aPerson, openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import { createExecutor, folderFiles, vaultOf, type DeliveredEvent } from '@qantara/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment, OwnPaper } from '../contract/index.ts';
import { attachmentsModule } from './index.ts';
import { aPdfFile, aPhotoFile } from './testing.ts';

const ADD = 'POST /people/:personId/attachments';
const LIST = 'GET /people/:personId/attachments';
const OPEN = 'GET /people/:personId/attachments/:attachmentId';
const REMOVE = 'POST /people/:personId/attachments/:attachmentId/remove';

const folder = mkdtempSync(join(tmpdir(), 'qantara-attachments-'));
const files = folderFiles(folder);
let bench: PeopleBench;

before(async () => {
  const opened = await openPeopleBench([attachmentsModule]);
  const modules = [...new Set(opened.executor.routes.map(({ module }) => module))];
  const home = { database: opened.database, vault: vaultOf('x'.repeat(32)), timeZone: 'UTC', files };
  bench = { ...opened, executor: createExecutor(modules, home) };
});
after(async () => {
  await bench.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const content = (bytes: Buffer): string => bytes.toString('base64');
const add = (personId: string, bytes = aPdfFile(), fileName = 'lease.pdf'): Promise<Attachment> =>
  get(bench, ADD, { input: { personId, fileName, content: content(bytes) }, actor: bench.navigator });

async function keptKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of files.list(new Date(Date.now() + 60_000))) keys.push(key);
  return keys;
}

async function deliverRemoved({ personId, attachmentId }: Attachment): Promise<void> {
  const event: DeliveredEvent = {
    eventId: newId(),
    type: 'attachment.removed',
    subject: attachmentId,
    personId,
    data: {},
    at: new Date(),
  };
  await bench.executor.asSystem((ctx) => attachmentsModule.subscribers[0]?.handle(ctx, event) ?? Promise.resolve());
}

test('a paper is added, listed, opened as it was, and the opening is noted', async () => {
  const { personId } = await aPerson(bench);
  const added = await add(personId, aPdfFile('of Amal'), '../lease\u202E.pdf');
  assert.deepEqual([added.fileName, added.mediaType, added.how], ['lease.pdf', 'application/pdf', 'staff']);
  const { attachments } = await get<{ attachments: Attachment[] }>(bench, LIST, {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual(
    attachments.map(({ attachmentId }) => attachmentId),
    [added.attachmentId],
  );
  const openings = await countRows(bench, `platform.opening where kind = 'attachment'`);
  const opened = await get<{ content: string; fileName: string }>(bench, OPEN, {
    input: added,
    actor: bench.navigator,
  });
  assert.equal(opened.content, content(aPdfFile('of Amal')));
  assert.equal(await countRows(bench, `platform.opening where kind = 'attachment'`), openings + 1);
});

test('what is kept outside is sealed, under a name that says nothing', async () => {
  const { personId } = await aPerson(bench);
  await add(personId, aPdfFile('a secret lease'));
  for (const key of await keptKeys()) {
    assert.match(key, /^[0-9a-f]{64}$/);
    assert.equal((await files.get(key))?.includes('secret lease'), false);
  }
});

test('what may not be kept is refused by its reason, whatever it says it is', async () => {
  const { personId } = await aPerson(bench);
  const rows = await countRows(bench, 'attachments.attachment');
  const keys = (await keptKeys()).length;
  const cases: [string, Buffer][] = [
    ['attachment_empty', Buffer.alloc(0)],
    ['attachment_kind_unknown', Buffer.from('<html><script>')],
    ['attachment_kind_unknown', Buffer.from('MZ program')],
    ['attachment_broken', aPhotoFile().subarray(0, 40)],
    ['attachment_active', aPdfFile('<< /S /JavaScript >>')],
    ['attachment_too_large', Buffer.concat([aPdfFile(), Buffer.alloc(10 * 1024 * 1024)])],
  ];
  for (const [code, bytes] of cases) {
    const input = { personId, fileName: 'paper.pdf', content: content(bytes) };
    assert.equal(await refusalOf(bench, ADD, { input, actor: bench.navigator }), code);
  }
  assert.equal(await countRows(bench, 'attachments.attachment'), rows);
  assert.equal((await keptKeys()).length, keys);
});

test('the largest that is allowed is kept', async () => {
  const { personId } = await aPerson(bench);
  const head = aPdfFile();
  const added = await add(personId, Buffer.concat([head, Buffer.alloc(10 * 1024 * 1024 - head.length, 32)]));
  assert.equal(added.size, 10 * 1024 * 1024);
});

test('a removed paper, one of somebody else and one that never was are answered alike', async () => {
  const { personId } = await aPerson(bench);
  const other = await aPerson(bench, { displayName: 'Sami' }, bench.otherNavigator);
  const theirs: Attachment = await get(bench, ADD, {
    input: { personId: other.personId, fileName: 'x.pdf', content: content(aPdfFile()) },
    actor: bench.otherNavigator,
  });
  const removed = await add(personId);
  await get(bench, REMOVE, { input: removed, actor: bench.navigator });
  const asked = [
    removed,
    theirs,
    { personId, attachmentId: theirs.attachmentId },
    { personId, attachmentId: newId() },
    { personId: newId(), attachmentId: removed.attachmentId },
  ];
  for (const input of asked)
    for (const path of [OPEN, REMOVE])
      assert.deepEqual(await call(bench, path, { input, actor: bench.navigator }), {
        ok: false,
        code: 'attachment_not_found',
        fields: [],
        values: {},
      });
});

test('removed, its name goes at once and its bytes after it; the list says that there was one', async () => {
  const { personId } = await aPerson(bench);
  const before = await keptKeys();
  const added = await add(personId);
  await get(bench, REMOVE, { input: added, actor: bench.navigator });
  await deliverRemoved(added);
  await deliverRemoved(added);
  assert.deepEqual(await keptKeys(), before);
  const { attachments } = await get<{ attachments: Attachment[] }>(bench, LIST, {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual(
    attachments.map(({ fileName, removedAt }) => [fileName, removedAt !== null]),
    [['', true]],
  );
});

test('of two who remove one paper at once, one does it and the other is told that it is not there', async () => {
  const { personId } = await aPerson(bench);
  const added = await add(personId);
  const answers = await Promise.all(
    [1, 2].map(() => refusalOf(bench, REMOVE, { input: added, actor: bench.navigator })),
  );
  assert.equal(answers.filter((code) => code === null).length, 1);
  assert.equal(answers.filter((code) => code === 'attachment_not_found').length, 1);
});

test('a paper whose bytes are lost says so, and so does one whose bytes are another’s', async () => {
  const { personId } = await aPerson(bench);
  const before = new Set(await keptKeys());
  const added = await add(personId);
  const [key = ''] = (await keptKeys()).filter((one) => !before.has(one));
  const [foreign = ''] = before;
  await files.put(key, (await files.get(foreign)) ?? Buffer.alloc(0));
  assert.equal(await refusalOf(bench, OPEN, { input: added, actor: bench.navigator }), 'attachment_missing');
  await files.remove(key);
  assert.equal(await refusalOf(bench, OPEN, { input: added, actor: bench.navigator }), 'attachment_missing');
});

test('a file without a row is cleared away once it is old; what a row knows stays', async () => {
  const { personId } = await aPerson(bench);
  const added = await add(personId);
  const orphan = 'a'.repeat(64);
  await files.put(orphan, Buffer.from('left by a crash'));
  const { run } = attachmentsModule.jobs[0] ?? { run: () => Promise.resolve() };
  await bench.executor.aside(run);
  assert.notEqual(await files.get(orphan), null);
  await bench.executor.aside((ctx) => run({ ...ctx, now: new Date(Date.now() + 3 * 24 * 3600_000) }));
  assert.equal(await files.get(orphan), null);
  await get(bench, OPEN, { input: added, actor: bench.navigator });
});

test('a sent command repeated adds one paper', async () => {
  const { personId } = await aPerson(bench);
  const asked = {
    input: { personId, fileName: 'x.pdf', content: content(aPdfFile()) },
    actor: bench.navigator,
    commandId: newId(),
  };
  const [one, two] = [await get<Attachment>(bench, ADD, asked), await get<Attachment>(bench, ADD, asked)];
  assert.equal(one.attachmentId, two.attachmentId);
});

test('a wrong role, nobody and another organisation get nowhere', async () => {
  const { personId } = await aPerson(bench);
  const added = await add(personId);
  const whole = { ...added, content: content(aPdfFile()) };
  for (const path of [ADD, LIST, OPEN, REMOVE]) {
    for (const role of ['planner', 'partner', 'privacy_officer', 'administrator'] as const) {
      const actor = actorInRole(role, bench.organisations.hub);
      assert.equal(await refusalOf(bench, path, { input: whole, actor }), 'not_allowed', `${role} ${path}`);
    }
    assert.equal(await refusalOf(bench, path, { input: whole }), 'not_signed_in');
    assert.equal(await refusalOf(bench, path, { input: whole, actor: residentOf(personId) }), 'not_allowed');
    const told = await refusalOf(bench, path, { input: whole, actor: bench.otherNavigator });
    assert.match(told ?? '', /^(person|attachment)_not_found$/);
  }
});

test('the person adds and sees their own by their code, not what others added, and not without end', async () => {
  const { personId } = await aPerson(bench);
  await add(personId);
  const actor = residentOf(personId);
  const input = { fileName: 'carte.exe', content: content(aPhotoFile()) };
  const paper = await get<OwnPaper>(bench, 'POST /my-request/papers', { input, actor });
  assert.deepEqual([paper.fileName, paper.how], ['carte.jpg', 'person']);
  const { papers } = await get<{ papers: OwnPaper[] }>(bench, 'GET /my-request/papers', { actor });
  assert.deepEqual(papers, [paper]);
  const seen = await get<{ attachments: Attachment[] }>(bench, LIST, { input: { personId }, actor: bench.navigator });
  assert.deepEqual(seen.attachments.map(({ how }) => how).toSorted(), ['person', 'staff']);
  const more = await Promise.all(
    Array.from({ length: 12 }, () => refusalOf(bench, 'POST /my-request/papers', { input, actor })),
  );
  assert.equal(more.filter((code) => code === null).length, 9);
  assert.equal(more.filter((code) => code === 'attachment_too_many_today').length, 3);
});

test('the events hold codes and no name of a paper', async () => {
  const { personId } = await aPerson(bench);
  await add(personId, aPdfFile(), 'verdict of Amal.pdf');
  assert.equal(
    await countRows(bench, `platform.event where type = 'attachment.added' and data::text like '%verdict%'`),
    0,
  );
});
