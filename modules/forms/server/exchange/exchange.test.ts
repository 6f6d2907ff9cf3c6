import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { actorInRole, get, refusalOf } from '@qantara/identity/testing';
import { openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import { writeWorkbook } from '@qantara/platform';
import type { Instrument, WrittenFile, WrittenForm } from '../../contract/index.ts';
import { formsModule } from '../index.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench([formsModule]);
});
after(() => bench.database.close());

const author = actorInRole('administrator', null);
const DRAFT = '/written-forms/:formCode/draft';
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

const LABELS = ['label::Arabic (ar)', 'label::French (fr)', 'label::English (en)'];
const SURVEY = [
  ['type', 'name', ...LABELS, 'relevant'],
  ['text', 'first', 'أول', 'un', 'one', ''],
  ['text', 'second', 'ثان', 'deux', 'two', "regex(${first}, 'x')"],
];

function aWorkbook(code: string, survey: string[][] = SURVEY): string {
  return base64(
    writeWorkbook([
      { name: 'survey', rows: survey },
      {
        name: 'settings',
        rows: [
          ['form_id', 'form_title'],
          [code, 'عنوان'],
        ],
      },
    ]),
  );
}

function bring(content: string, more: object = {}): Promise<WrittenForm> {
  return get(bench, 'POST /form-files', { input: { fileName: 'form.xlsx', content, ...more }, actor: author });
}

async function download(form: WrittenForm, format: string): Promise<WrittenFile> {
  const input = { formCode: form.code, version: form.version, format };
  return get(bench, 'GET /written-forms/:formCode/versions/:version/files/:format', { input, actor: author });
}

test('a file with faults comes in as a draft that is not published, and its report stays with it', async () => {
  const form = await bring(aWorkbook('with_faults'));
  assert.equal(form.state, 'drafted');
  assert.deepEqual(
    form.brought?.notices.map(({ code, row, column }) => [code, row, column]),
    [['formula_unreadable', 3, 'relevant']],
  );
  const input = { formCode: form.code, revision: form.revision };
  assert.equal(await refusalOf(bench, `POST ${DRAFT}/publish`, { input, actor: author }), 'form_not_whole');
  assert.equal(
    await refusalOf(bench, 'POST /form-files', {
      input: { fileName: 'a.xlsx', content: aWorkbook('with_faults') },
      actor: author,
    }),
    'form_draft_exists',
  );
});

test('what waits for somebody is settled by them, and then it can be published', async () => {
  const survey = [
    ['type', 'name', ...LABELS],
    ['osm', 'first', 'أول', 'un', 'one'],
  ];
  const form = await bring(aWorkbook('settled', survey));
  assert.deepEqual(
    form.faults.map(({ path, code }) => [path, code]),
    [['undecided.0', 'undecided']],
  );
  const change = { kind: 'settle', at: 0 };
  const settled = await get<WrittenForm>(bench, `POST ${DRAFT}/change`, {
    input: { formCode: 'settled', revision: form.revision, change },
    actor: author,
  });
  assert.deepEqual(settled.faults, []);
  const published = await get<WrittenForm>(bench, `POST ${DRAFT}/publish`, {
    input: { formCode: 'settled', revision: settled.revision },
    actor: author,
  });
  assert.equal(published.brought?.notices.length, 1);
  const next = await bring(aWorkbook('settled', survey));
  assert.equal(next.version, 2);
});

test('every file that goes out comes in again as the same form', async () => {
  const form = await bring(
    aWorkbook('rounds', [
      SURVEY[0] ?? [],
      ['text', 'first', '=1+1', '-un', '@one', ''],
      ['integer', 'age', 'عمر', 'âge', 'age', "${first} != ''"],
    ]),
  );
  for (const [format, ending] of [
    ['xlsform', 'xlsx'],
    ['xlsform_csv', 'zip'],
    ['fhir_questionnaire', 'json'],
  ] as const) {
    const file = await download(form, format);
    assert.equal(file.fileName, `rounds-v1.${ending}`);
    const back = await bring(file.content, { fileName: file.fileName, formCode: `rounds_${ending}` });
    assert.deepEqual(back.body, form.body);
  }
  const csv = await download(form, 'xlsform_csv');
  assert.ok(Buffer.from(csv.content, 'base64').length > 0);
});

const bomb = () => zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }, { level: 9 });
const entities = () =>
  zipSync({
    'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook><sheets/></workbook>'),
  });

test('hostile files are refused in words', async () => {
  const many = Array.from({ length: 13_000 }, (_one, at) => ['text', `q${at}`]);
  const refusals: [string, string, string | Uint8Array][] = [
    ['a.xlsx', 'form_file_too_large', bomb()],
    ['a.xlsx', 'form_file_unreadable', entities()],
    ['a.xlsx', 'form_file_unreadable', 'PK no zip'],
    ['a.xlsx', 'form_file_unreadable', zipSync({ 'survey.csv': strToU8('type,name') })],
    ['a.zip', 'form_file_unreadable', zipSync({ '../../survey.csv': strToU8('type,name\r\n') })],
    ['a.xlsx', 'form_file_too_large', writeWorkbook([{ name: 'survey', rows: [['type', 'name'], ...many] }])],
    ['a.json', 'form_file_unreadable', '{"resourceType":"Questionnaire"'],
    ['a.json', 'form_file_unreadable', '['.repeat(500_000)],
    [
      'a.json',
      'form_file_unreadable',
      `{"resourceType":"Questionnaire","status":"active","item":${'[{"linkId":"a","type":"group","item":'.repeat(200)}[]${'}]'.repeat(200)}}`,
    ],
    ['a.txt', 'form_file_unreadable', ''],
  ];
  for (const [fileName, code, bytes] of refusals)
    assert.equal(
      await refusalOf(bench, 'POST /form-files', { input: { fileName, content: base64(bytes) }, actor: author }),
      code,
      `${fileName} ${code}`,
    );
});

test('instruments stand as drafts, and the words of one are taken from a file of who may', async () => {
  const { instruments } = await get<{ instruments: Instrument[] }>(bench, 'GET /form-instruments', {
    input: {},
    actor: author,
  });
  assert.ok(instruments.length >= 3);
  const add = (instrument: string) =>
    get<WrittenForm>(bench, 'POST /form-instruments/:instrument', { input: { instrument }, actor: author });
  const hunger = await add('hunger_vital_sign');
  assert.deepEqual(hunger.faults, []);
  const prapare = await add('prapare');
  const needed = (form: WrittenForm) => form.faults.filter(({ code }) => code === 'undecided').length;
  assert.ok(needed(prapare) > 20);
  const item = {
    linkId: 'x',
    type: 'choice',
    text: 'Housing?',
    code: [{ system: 'http://loinc.org', code: '71802-3' }],
    answerOption: [{ valueCoding: { code: 'A', display: 'Yes' } }, { valueCoding: { code: 'B', display: 'No' } }],
  };
  const content = base64(
    JSON.stringify({ resourceType: 'Questionnaire', status: 'active', language: 'en', item: [item] }),
  );
  const input = { formCode: 'prapare', revision: prapare.revision, fileName: 'prapare.json', content };
  const taken = await get<WrittenForm>(bench, `POST ${DRAFT}/texts`, { input, actor: author });
  assert.equal(needed(taken), needed(prapare) - 1);
  assert.match(JSON.stringify(taken.body), /Housing\?/);
});
