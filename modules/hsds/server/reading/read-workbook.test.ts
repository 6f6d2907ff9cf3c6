import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Refusal } from '@qantara/kernel';
import { readWorkbook, type RawRecord } from '@qantara/platform';
import { aWorkbook, workbookParts, zipOf } from './testing.ts';

type Lines = Record<string, [at: number, cells: string[]][]>;

async function linesOf(content: Uint8Array): Promise<Lines> {
  const lines: Lines = {};
  for (const { name, records } of readWorkbook(content)) {
    const own: [number, string[]][] = [];
    for await (const record of records() as AsyncGenerator<RawRecord>)
      if (record.fault === undefined) own.push([record.at, record.cells]);
    lines[name] = own;
  }
  return lines;
}

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  return 'none';
}

const STYLES = `<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="#,##0 &quot;days&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs>`;

test('every kind of cell is read as people see it, in every sheet', async () => {
  const content = aWorkbook({
    strings:
      '<si><t>Name</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Rich </t></r><r><t>text &amp; more</t></r><rPh><t>reading</t></rPh></si><si/>',
    styles: STYLES,
    sheets: {
      Services: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Jour</t></is></c><c r="D1" t="str"><f>A1</f><v>Formula</v></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46082</v></c><c r="C3" t="b"><v>1</v></c><c r="D3"><v>0.30000000000000004</v></c></row>
        <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" s="2"><v>46082.395833333336</v></c><c r="C4" s="3"><v>12</v></c><c r="D4" s="4"><v>0.375</v></c></row>
        <row r="5"><c r="A5" s="1"/></row>`,
      المواقع: '<row><c t="inlineStr"><is><t>دار_x000D_</t></is></c><c><v>1</v></c></row>',
    },
  });
  assert.deepEqual(await linesOf(content), {
    Services: [
      [1, ['Name', 'Jour', '', 'Formula']],
      [3, ['Rich text & more', '2026-03-01', 'true', '0.3']],
      [4, ['', '2026-03-01T09:30:00', '12', '09:00']],
    ],
    المواقع: [[1, ['دار\r', '1']]],
  });
});

test('days counted from 1904 are the same days', async () => {
  const content = aWorkbook({
    properties: '<workbookPr date1904="1"/>',
    styles: STYLES,
    sheets: { A: '<row><c s="1"><v>44620</v></c></row>' },
  });
  assert.deepEqual(await linesOf(content), { A: [[1, ['2026-03-01']]] });
});

test('cells far to the right and rows beyond the end cost nothing', async () => {
  const content = aWorkbook({
    sheets: {
      A: '<row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="9999999"><c r="A1"><v>3</v></c></row>',
    },
  });
  assert.deepEqual(await linesOf(content), { A: [[1, ['2']]] });
});

test('a workbook that defines entities, or is none, or unpacks to far more than it is, is refused', async () => {
  const parts = workbookParts({ sheets: { A: '<row/>' } });
  const bombs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  const entities = zipOf({ ...parts, 'xl/sharedStrings.xml': `${bombs}<sst><si><t>&b;</t></si></sst>` });
  assert.equal(await refusalOf(() => linesOf(entities)), 'import_unreadable');
  assert.equal(await refusalOf(() => linesOf(zipOf({ 'word/document.xml': '<x/>' }))), 'import_unreadable');
  const huge = zipSync({
    'xl/workbook.xml': strToU8(parts['xl/workbook.xml'] ?? ''),
    'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000),
  });
  assert.equal(await refusalOf(() => linesOf(huge)), 'import_too_large');
  const endless = zipOf({
    ...parts,
    'xl/worksheets/sheet1.xml': `<worksheet ${Array.from({ length: 40_000 }, (_one, at) => `a${at}="${at * 7919}"`).join(' ')}`,
  });
  assert.equal(await refusalOf(() => linesOf(endless)), 'import_unreadable');
});

const PIECES = [
  '<row r="1">',
  '</row>',
  '<row>',
  '<c t="s">',
  '<c r="ZZZ1" t="n" s="99">',
  '<c t="inlineStr">',
  '</c>',
  '<v>',
  '</v>',
  '0',
  '-1',
  '1e400',
  '99999999',
  '<is>',
  '</is>',
  '<t>',
  '</t>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '&#0;',
  '&#xD800;',
  '&bad;',
  '<',
  '>',
  '__proto__',
  '=1+1',
  '\u0000',
  'نص',
  '<?pi',
  '?>',
  '<c r="',
];

test('no XML crashes the reading of a workbook, and what is read can be kept', async () => {
  const xml = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(xml, xml, xml, async (sheet, strings, styles) => {
      const content = aWorkbook({ sheets: { A: sheet }, strings, styles });
      const outcome = await refusalOf(async () => {
        const lines = await linesOf(content);
        assert.ok(JSON.stringify(lines).isWellFormed());
        assert.ok(Object.values(lines).every((own) => own.every(([, cells]) => cells.length <= 300)));
      });
      assert.ok(['none', 'import_unreadable'].includes(outcome), outcome);
    }),
    { numRuns: 400 },
  );
});

test('no bytes crash the opening of a workbook', async () => {
  const whole = aWorkbook({ sheets: { A: '<row><c><v>1</v></c></row>' } });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(whole.length), async (bytes, at) => {
      const broken = Uint8Array.from([...whole.slice(0, at), ...bytes, ...whole.slice(at + bytes.length)]);
      assert.ok(['none', 'import_unreadable', 'import_too_large'].includes(await refusalOf(() => linesOf(broken))));
    }),
    { numRuns: 300 },
  );
});
