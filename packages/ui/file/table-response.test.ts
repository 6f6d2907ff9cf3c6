import assert from 'node:assert/strict';
import test from 'node:test';
import { crc32, inflateRawSync } from 'node:zlib';
import { tablePieces, tableResponse, type TableFile } from './table-response.ts';

const HOSTILE = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', 'a "b", c; d\nسطر', '<b>&amp;</b>', '\u0000\u{1F600}'];

async function* batches(count: number, seen: number[] = []) {
  for (let number = 0; number < count; number += 1) {
    seen.push(number);
    yield [HOSTILE, [number, null, true, 'plain']];
  }
}

const table = (format: TableFile['format'], count = 3, seen: number[] = []): TableFile => ({
  name: 'list',
  title: 'A: list/of *all*',
  format,
  headings: ['واحد', 'deux', 'three'],
  batches: batches(count, seen),
});

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

test('a file of commas begins with its mark, and no cell of it runs', async () => {
  const text = (await bytesOf(tableResponse(table('csv')))).toString('utf8');
  assert.ok(text.startsWith('\uFEFFواحد,deux,three\r\n'));
  for (const cell of ['=1+1', '+cmd|x', '@SUM(A1)']) assert.ok(text.includes(`'${cell}`), cell);
  assert.equal(text.split('\r\n').length, 8);
});

/** A zip read by its own directory, with the inflation and the sums of another program (zlib). */
function unzipped(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const found = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, plain] = [16, 20, 24].map((place) => file.readUInt32LE(at + place));
    const nameLength = file.readUInt16LE(at + 28);
    const offset = file.readUInt32LE(at + 42);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const from = offset + 30 + file.readUInt16LE(offset + 26);
    const content = inflateRawSync(file.subarray(from, from + (packed ?? 0)));
    assert.deepEqual([content.length, crc32(content)], [plain, crc], name);
    found.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  return found;
}

test('a workbook that was written piece by piece is whole: every part unpacks, and every row is text', async () => {
  const parts = unzipped(await bytesOf(tableResponse(table('xlsx', 400))));
  assert.equal(parts.size, 5);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  assert.equal(sheet.match(/<row>/g)?.length, 801);
  assert.equal(sheet.includes('<f>'), false, 'there is no formula');
  assert.ok(sheet.includes('>=1+1</t>') && sheet.includes('&lt;b&gt;&amp;amp;'));
  assert.ok(sheet.endsWith('</sheetData></worksheet>'));
});

test('nothing is read before somebody takes it, and nothing more after they have gone', async () => {
  const seen: number[] = [];
  const pieces = tablePieces(table('csv', 1000, seen));
  await pieces.next();
  assert.deepEqual(seen, []);
  await pieces.next();
  await pieces.return(undefined);
  assert.deepEqual(seen, [0]);
  assert.equal((await pieces.next()).done, true);
});
