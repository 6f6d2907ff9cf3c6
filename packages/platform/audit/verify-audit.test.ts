import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { digestOfEvent, type EventRow } from '../command/event-store.ts';
import { vaultOf } from '../command/vault.ts';
import { adder, callerAs, openBench, type Bench } from '../testing.ts';
import { CHECKPOINT_PURPOSE, lineOf } from './checkpoint.ts';
import { makeCheckpoint } from './checkpoint-store.ts';
import { digestOfOpening, sha256 } from './digests.ts';
import { erasePersonFromAudit } from './erase-values.ts';
import { verifyAudit, type AuditReport } from './verify-audit.ts';

const SECRET = 'a secret for tests, long enough 123';
const publicKey = vaultOf(SECRET).publicKey(CHECKPOINT_PURPOSE);

let bench: Bench;
let kept: string[] = [];
before(async () => {
  bench = await openBench();
  for (let index = 0; index < 12; index += 1) await act(newId());
  await checkpoint();
  const erased = newId();
  await act(erased);
  await bench.executor.asSystem(async (ctx) => void (await erasePersonFromAudit(ctx, erased)));
  await checkpoint();
  await act(newId());
  kept = await linesInside();
});
after(() => bench.database.close());

async function rows<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await bench.database.pool.query<Row>({ text, values })).rows;
}

/** A change with personal values, and an opening. */
async function act(person: string): Promise<void> {
  const caller = callerAs(adder);
  await bench.executor.call('POST /tallies/:tally/add', { tally: 'audited', by: 1, person }, { caller });
  await bench.executor.call('POST /tallies/:tally/open', { tally: 'x', person, reason: 'why' }, { caller });
}

const checkpoint = (): Promise<void> => bench.executor.asSystem(async (ctx) => void (await makeCheckpoint(ctx)));

async function linesInside(): Promise<string[]> {
  const found = await rows<{ body: string; signature: Buffer }>(
    'select body, signature from platform.checkpoint order by number',
  );
  return found.map(({ body, signature }) => lineOf({ body, signature: Buffer.from(signature).toString('base64') }));
}

function verify(lines: string[] = kept): Promise<AuditReport> {
  return verifyAudit(bench.database.pool, { publicKey, outside: { where: 'kept.jsonl', lines } });
}

const whats = (report: AuditReport): string[] => report.broken.map(({ what }) => what);

test('an audit that nobody touched is whole: changes, openings, erased values, checkpoints inside and outside', async () => {
  const report = await verify();
  assert.deepEqual(report.broken, []);
  assert.deepEqual([report.checkpoints, report.kept, report.erased], [2, 2, 2]);
  assert.ok(report.rows > report.links / 2);
});

/** One byte, or the least that a column of this type can be changed by. */
const CHANGES: Record<string, (column: string) => string> = {
  uuid: (column) =>
    `(left(${column}::text, 35) || case right(${column}::text, 1) when '0' then '1' else '0' end)::uuid`,
  text: (column) => `${column} || 'x'`,
  bytea: (column) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`,
  jsonb: (column) => `jsonb_set(coalesce(${column}, '{}'), '{by}', '9')`,
  smallint: (column) => `${column} + 256`,
  integer: (column) => `${column} + 256`,
  bigint: (column) => `${column} + 256`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
  'text[]': (column) => `array_append(${column}, 'x')`,
};
/** Columns that can be one of a few words only. */
const WORDS: Record<string, string> = { actor_kind: `'resident'`, channel: `'page'` };

/** The tables of the audit, and one row of each to touch. */
const TABLES: Record<string, string> = {
  'platform.event': `type = 'tally.added'`,
  'platform.event_value': 'true',
  'platform.opening': 'true',
  'platform.access_entry': 'true',
  'platform.chain_head': 'position > 0',
  'platform.checkpoint': 'number = 1',
};

type Column = { name: string; type: string };

async function columnsOf(table: string): Promise<Column[]> {
  return rows<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
}

/** Changes one column of one row, looks what is found, and puts it back. */
async function findingsAfter(table: string, { name, type }: Column): Promise<AuditReport> {
  const [row] = await rows<{ ctid: string; was: string | null }>(
    `select ctid::text, ${name}::text as was from ${table} where ${TABLES[table] ?? 'true'} order by 2 limit 1`,
  );
  const empty = row?.was === null ? `coalesce(${name}, ${type === 'uuid' ? 'gen_random_uuid()' : `''`})` : name;
  const changed = WORDS[name] ?? CHANGES[type]?.(type === 'jsonb' ? name : empty);
  assert.ok(changed !== undefined && row !== undefined, `${table}.${name}: ${type}`);
  const [moved] = await rows<{ ctid: string }>(
    `update ${table} set ${name} = ${changed} where ctid = '${row.ctid}' returning ctid::text`,
  );
  const report = await verify();
  await rows(`update ${table} set ${name} = $1::${type} where ctid = '${moved?.ctid}'`, [row.was]);
  return report;
}

for (const table of Object.keys(TABLES))
  test(`one byte of any column of ${table} is found`, async () => {
    for (const column of await columnsOf(table)) {
      const { broken } = await findingsAfter(table, column);
      assert.ok(broken.length > 0, `${table}.${column.name} was changed and nobody noticed`);
      assert.ok(
        broken.some(({ where }) => where.includes(table.replace(/_(value|entry)$/, ''))) ||
          broken.some(({ where }) => where.includes(table)) ||
          table === 'platform.chain_head',
        `${table}.${column.name}: ${JSON.stringify(broken)}`,
      );
    }
    assert.deepEqual((await verify()).broken, []);
  });

/** Everything is put back afterwards, so that the next test finds it as it was. */
async function whileBroken(statements: string[], look: (report: AuditReport) => void): Promise<void> {
  const saved = new Map<string, Record<string, unknown>[]>();
  for (const table of Object.keys(TABLES))
    saved.set(table, await rows(`select to_jsonb(saved) as row from ${table} as saved`));
  try {
    for (const statement of statements) await rows(statement);
    look(await verify());
  } finally {
    for (const [table, all] of saved) {
      await rows(`delete from ${table}`);
      await rows(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(all.map(({ row }) => row)),
      ]);
    }
  }
  assert.deepEqual((await verify()).broken, []);
}

test('a removed row of any table is found', async () => {
  for (const table of Object.keys(TABLES)) {
    const where = TABLES[table] ?? 'true';
    await whileBroken(
      [`delete from ${table} where ctid = (select ctid from ${table} where ${where} limit 1)`],
      (report) => assert.ok(report.broken.length > 0, table),
    );
  }
});

type Kept = { heads: [number, string][] };
const keptBody = (line: string | undefined): Kept =>
  JSON.parse((JSON.parse(line ?? '{}') as { body: string }).body) as Kept;

/** Puts a stream back to where it was, as somebody would who knows how it is made. */
function putBack(stream: number, position: number, hash: string): string[] {
  const gone = `stream = ${stream} and position > ${position}`;
  return [
    `delete from platform.event_value where event_id in (select event_id from platform.event where ${gone})`,
    `delete from platform.access_entry where opening_id in (select opening_id from platform.opening where ${gone})`,
    `delete from platform.event where ${gone}`,
    `delete from platform.opening where ${gone}`,
    `update platform.chain_head set position = ${position}, hash = decode('${hash}', 'hex') where stream = ${stream}`,
  ];
}

test('a tail cut off together with its head is behind what was kept', async () => {
  const { heads } = keptBody(kept.at(-1));
  const stream = heads.findIndex(([position]) => position > 0);
  const first = sha256(`qantara audit ${stream}`).toString('hex');
  await whileBroken(putBack(stream, 0, first), ({ broken }) => {
    // Told once for each checkpoint that had it: in which of them the stream had begun is chance.
    const told = broken.map(({ what, stream: of }) => `${what} ${of}`);
    assert.deepEqual([...new Set(told)], [`behind_what_was_kept ${stream}`]);
  });
});

test('an old backup put back, with all its checkpoints, is behind what was kept outside', async () => {
  const statements = keptBody(kept[0]).heads.flatMap(([position, hash], stream) => putBack(stream, position, hash));
  await whileBroken([...statements, 'delete from platform.checkpoint where number > 1'], (report) => {
    assert.deepEqual([...new Set(whats(report))], ['behind_what_was_kept'], JSON.stringify(report.broken));
    assert.ok(report.broken.some(({ where, checkpoint: number }) => where === 'platform.checkpoint' && number === 2));
  });
});

/** The last link of a stream as somebody would write it who knows how it is made: a digest and a hash that fit, and the head too. */
async function writtenAnew(): Promise<string[]> {
  const { heads } = keptBody(kept.at(-1));
  const found = await rows<EventRow & { stream: number; position: number; before_it: Buffer | null }>(
    `select event.*, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, (
      select hash from platform.event as older where older.stream = event.stream and older.position = event.position - 1
      union select hash from platform.opening as older where older.stream = event.stream and older.position = event.position - 1
    ) as before_it from platform.event join platform.chain_head as head using (stream)
    where head.position = event.position and event.type = 'tally.added'`,
  );
  const row =
    found.find(({ stream, position }) => heads[stream]?.[0] === position) ?? assert.fail('no event is a head');
  const { stream, position } = row;
  const digest = digestOfEvent({ ...row, reason: 'invented' }, row.value_digest);
  const before = row.before_it === null ? sha256(`qantara audit ${stream}`) : Buffer.from(row.before_it);
  const hash = sha256(before, sha256(digest)).toString('hex');
  return [
    `update platform.event set reason = 'invented', digest = decode('${digest.toString('hex')}', 'hex'),
      hash = decode('${hash}', 'hex') where stream = ${stream} and position = ${position}`,
    `update platform.chain_head set hash = decode('${hash}', 'hex') where stream = ${stream}`,
  ];
}

test('a history written anew, with digests, hashes and a head that fit, is not what was kept', async () => {
  await whileBroken(await writtenAnew(), (report) => assert.deepEqual(whats(report), ['not_as_kept']));
});

test('a checkpoint that somebody else signed is told, inside and outside', async () => {
  const foreign = vaultOf('another secret that is long enough 1');
  const first = JSON.parse(kept[0] ?? '{}') as { body: string };
  const forged = lineOf({
    body: first.body,
    signature: foreign.sign(CHECKPOINT_PURPOSE, first.body).toString('base64'),
  });
  assert.deepEqual(whats(await verify([forged, ...kept.slice(1)])), ['checkpoint_not_signed']);
  assert.ok(whats(await verify(['no checkpoint at all', ...kept])).includes('checkpoint_not_signed'));
  const other = await verifyAudit(bench.database.pool, { publicKey: foreign.publicKey(CHECKPOINT_PURPOSE) });
  assert.deepEqual([...new Set(whats(other))], ['checkpoint_not_signed']);
});

test('a line that was kept twice, because its answer was lost, is no fault; one that is missing is', async () => {
  assert.deepEqual((await verify([...kept, ...kept])).broken, []);
  await checkpoint();
  const all = await linesInside();
  assert.deepEqual(whats(await verify([all[0] ?? '', all[2] ?? ''])), ['checkpoint_missing']);
  kept = all;
});

test('the digest of an opening is computed alike by the database and by whoever verifies', async () => {
  const facts = [newId(), 'record', 'page', 'account', null, newId(), newId(), '2026-11-22T08:00:00.000Z'];
  const [row] = await rows<{ digest: Buffer }>('select platform.digest_of_opening($1, $2, $3) as digest', [
    facts,
    ['own', 'shared'],
    ['ab', 'cd'],
  ]);
  assert.deepEqual(Buffer.from(row?.digest ?? ''), digestOfOpening(facts, ['own', 'shared'], ['ab', 'cd']));
});

test('no personal value and no person stands in the chain of openings', async () => {
  const person = newId();
  await act(person);
  const [row] = await rows<{ text: string }>(`select string_agg(opening::text, ' ') as text from platform.opening`);
  assert.equal(row?.text.includes(person), false);
  assert.equal(row?.text.includes('why'), false);
});

test('many commands at once on few streams leave one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 100 }, () => act(newId())));
  assert.deepEqual((await verify()).broken, []);
});
