import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { faultsOfBody } from '../../body/faults-of-body.ts';
import { questionsOf } from '../../body/questions-of.ts';
import type { BroughtForm } from '../brought-form.ts';
import { anyBody } from '../testing.ts';
import type { Line, Sheets } from './lines.ts';
import { readXlsform } from './read-xlsform.ts';
import { writeXlsform } from './write-xlsform.ts';

const lines = (rows: readonly (readonly string[])[]): Line[] => rows.map((cells, at) => ({ at: at + 1, cells }));

function read(given: { survey: string[][]; choices?: string[][]; settings?: string[][] }): BroughtForm {
  const sheets: Sheets = {
    survey: lines(given.survey),
    choices: lines(given.choices ?? []),
    settings: lines(given.settings ?? []),
    findings: [],
  };
  const form = readXlsform(sheets, { language: 'ar', fileName: 'household.xlsx' });
  assert.ok(form);
  return form;
}

const codesOf = ({ notices }: BroughtForm) => notices.map(({ code }) => code);
const questionsIn = ({ body }: BroughtForm) => questionsOf(body);

test('what goes out comes in again as the same form, whatever its questions', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const form = {
        code: 'a_form',
        version: 3,
        title: { ar: 'استمارة', fr: 'Formulaire' },
        purpose: 'intake' as const,
        body,
      };
      const { sheets } = writeXlsform(form);
      const linesOf = (name: string) => lines(sheets.find((sheet) => sheet.name === name)?.rows ?? []);
      const back = readXlsform(
        {
          survey: linesOf('survey'),
          choices: linesOf('choices'),
          settings: linesOf('settings'),
          findings: linesOf('qantara_findings'),
        },
        { language: 'fr', fileName: 'x.xlsx' },
      );
      assert.deepEqual(back?.body, body);
      assert.deepEqual(back?.notices, []);
      assert.deepEqual(
        { code: back?.code, title: back?.title, purpose: back?.purpose },
        { code: form.code, title: form.title, purpose: form.purpose },
      );
    }),
    { numRuns: 200 },
  );
});

const HEADING = [
  'type',
  'name',
  'label::Arabic (ar)',
  'label::French',
  'required',
  'relevant',
  'constraint',
  'constraint_message::French (fr)',
  'calculation',
  'appearance',
  'choice_filter',
  'parameters',
  'repeat_count',
];
const row = (cells: Partial<Record<string, string>>) => HEADING.map((name) => cells[name] ?? '');
const LISTS = [
  ['list name', 'name', 'label::Arabic (ar)', 'label::French'],
  ['yn', 'yes', 'نعم', 'Oui'],
  ['yn', 'no', 'لا', 'Non'],
  ['yn', 'prefer_not_to_say', 'لا أقول', 'Je ne dis pas'],
];

test('every type of XLSForm becomes a kind, and what we have not is said by row', () => {
  const form = read({
    survey: [
      HEADING,
      row({ type: 'select_one yn', name: 'a' }),
      row({ type: 'select_multiple yn', name: 'b' }),
      row({ type: 'integer', name: 'c', constraint: '. >= 0 and . <= 120' }),
      row({ type: 'decimal', name: 'd' }),
      row({ type: 'text', name: 'e', appearance: 'multiline' }),
      row({ type: 'note', name: 'f' }),
      row({ type: 'date', name: 'g' }),
      row({ type: 'calculate', name: 'h', calculation: '${c} * 2' }),
      row({ type: 'geopoint', name: 'i' }),
      row({ type: 'image', name: 'j', appearance: 'signature' }),
      row({ type: 'file', name: 'k' }),
      row({ type: 'acknowledge', name: 'l' }),
      row({ type: 'rank yn', name: 'm' }),
      row({ type: 'range', name: 'n', parameters: 'start=1 end=5 step=1' }),
      row({ type: 'range', name: 'o', parameters: 'start=0 end=100 step=5' }),
      row({ type: 'time', name: 'p' }),
      row({ type: 'deviceid', name: 'q' }),
      row({ type: 'begin_repeat', name: 'r' }),
      row({ type: 'text', name: 's' }),
      row({ type: 'end repeat' }),
      row({ type: 'begin group', name: 't', appearance: 'table-list' }),
      row({ type: 'select_one yn', name: 't_u' }),
      row({ type: 'select_one yn', name: 'v' }),
      row({ type: 'end group' }),
    ],
    choices: LISTS,
  });
  const kinds = questionsIn(form).map(({ kind }) => kind);
  const expected =
    'one several number number long_text note date calculated place signature file consent rank scale number text group text matrix';
  assert.deepEqual(kinds.join(' '), expected);
  const matrix = questionsIn(form).at(-1);
  assert.deepEqual(
    matrix?.rows?.map(({ code }) => code),
    ['u', 'v'],
  );
  assert.deepEqual(
    matrix?.choices.map(({ code }) => code),
    ['yes', 'no'],
  );
  assert.deepEqual(questionsIn(form)[2]?.most, 120);
  const changed = form.notices.filter(({ code }) => code === 'type_changed' || code === 'metadata_left_out');
  assert.deepEqual(
    changed.map(({ row: at }) => at),
    [16, 17, 18],
  );
});

test('a condition that no form here can run is named by row and column, and the draft is not published with it', () => {
  const form = read({
    survey: [
      HEADING,
      row({ type: 'text', name: 'Child-Name', 'label::French': 'Nom' }),
      row({ type: 'text', name: 'b', relevant: "regex(${Child-Name}, 'x') and position(..) > 1" }),
      row({ type: 'text', name: 'c', relevant: "${Child-Name} != ''" }),
    ],
  });
  const [first, second, third] = questionsIn(form);
  assert.equal(first?.code, 'child_name');
  assert.equal(third?.isAskedWhen, "${child_name} != ''");
  assert.match(second?.isAskedWhen ?? '', /^regex/);
  const unreadable = form.notices.find(({ code }) => code === 'formula_unreadable');
  assert.deepEqual(
    [unreadable?.sheet, unreadable?.row, unreadable?.column, unreadable?.isOpen],
    ['survey', 3, 'relevant', true],
  );
  assert.ok(codesOf(form).includes('renamed'));
  assert.ok(faultsOfBody(form.body).some(({ path }) => path === 'sections.0.questions.1.isAskedWhen'));
});

test('what would silently ask something else waits for somebody to decide', () => {
  const form = read({
    survey: [
      HEADING,
      row({ type: 'select_one yn', name: 'a', choice_filter: 'x=1', required: '${b} = 1' }),
      row({ type: 'select_one_from_file towns.csv', name: 'b' }),
      row({ type: 'begin_repeat', name: 'r', repeat_count: '${n}' }),
      row({ type: 'osm', name: 's' }),
      row({ type: 'end_repeat' }),
    ],
    choices: LISTS,
  });
  const open = (form.body.undecided ?? []).map(({ code }) => code);
  assert.deepEqual(open.toSorted(), [
    'choices_elsewhere',
    'choices_filtered',
    'entries_counted',
    'required_sometimes',
    'type_unknown',
  ]);
  assert.ok(faultsOfBody(form.body).some(({ code }) => code === 'undecided'));
});

test('headings that name a language in two ways are one language, and strange ones are named', () => {
  const survey = [
    ['type', 'name', 'label::Arabic (ar)', 'label::Arabic', 'label::Español (es)', 'label:French', 'label'],
    ['text', 'a', 'أول', 'آخر', 'uno', 'un', 'plain'],
    ['text', 'b', '', 'آخر', '', '', ''],
  ];
  const form = read({
    survey,
    settings: [
      ['form_title', 'form_id', 'default_language', 'style'],
      ['Enquête', 'Winter Survey', 'English (en)', 'pages'],
    ],
  });
  assert.deepEqual(questionsIn(form)[0]?.text, { ar: 'أول', fr: 'un', en: 'plain' });
  assert.deepEqual(questionsIn(form)[1]?.text, { ar: 'آخر' });
  assert.deepEqual(codesOf(form).toSorted(), ['language_merged', 'language_unknown', 'setting_left_out']);
  assert.deepEqual([form.code, form.title.en], ['winter_survey', 'Enquête']);
});

test('groups in sections pass their condition on, and or_other asks what it is', () => {
  const form = read({
    survey: [
      HEADING,
      row({ type: 'begin_group', name: 'g' }),
      row({ type: 'select_one yn or_other', name: 'a' }),
      row({ type: 'begin_group', name: 'inner', 'label::French': 'Dedans', relevant: "${a} = 'yes'" }),
      row({ type: 'text', name: 'b', relevant: "${a} != 'no'" }),
      row({ type: 'end_group' }),
      row({ type: 'end_group' }),
    ],
    choices: LISTS,
  });
  const [a, other, note, b] = questionsIn(form);
  assert.deepEqual(a?.choices.at(-1)?.code, 'other');
  assert.equal(other?.isAskedWhen, "${a} = 'other'");
  assert.equal(note?.kind, 'note');
  assert.equal(b?.isAskedWhen, "(${a} = 'yes') and (${a} != 'no')");
});

test('hostile rows: groups without end, thousands of rows, names of prototypes, long cells', () => {
  const deep = Array.from({ length: 3000 }, (_one, at) => row({ type: 'begin_group', name: `g${at}` }));
  assert.ok(
    codesOf(read({ survey: [HEADING, ...deep, row({ type: 'text', name: 'a' })] })).includes('group_unbalanced'),
  );
  const many = Array.from({ length: 5000 }, (_one, at) => row({ type: 'text', name: `q${at}` }));
  const long = read({ survey: [HEADING, ...many] });
  assert.equal(questionsIn(long).length, 5000);
  const strange = read({
    survey: [
      HEADING,
      row({ type: 'constructor', name: '__proto__' }),
      row({ type: 'text', name: 'toString', relevant: 'a'.repeat(9000), 'label::French': 'é'.repeat(50_000) }),
    ],
  });
  assert.deepEqual(
    codesOf(strange).filter((code) => code === 'type_unknown' || code === 'too_many'),
    ['too_many', 'type_unknown'],
  );
});
