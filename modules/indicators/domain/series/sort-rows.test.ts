import assert from 'node:assert/strict';
import test from 'node:test';
import { readSeriesText, sortRows, type Known } from './index.ts';

const known: Known = {
  indicators: new Map([['housed', { indicatorId: 'h' as never, recipe: null, unit: 'count', factor: 1 }]]),
  areaIds: new Map([['sabil', 'a']]),
};

/** What is taken of a file, as part and number, and what is not, as line, reason and what stands there. */
function sorted(given: Parameters<typeof readSeriesText>[0]): { taken: string[]; refused: string[] } {
  const read = readSeriesText(given);
  assert.ok('rows' in read, JSON.stringify(read));
  const { rows, refusals } = sortRows(read.rows, known);
  return {
    taken: rows.map(({ cut, numerator }) => `${cut} ${numerator}`.trim()),
    refused: refusals.map(({ at, code, value }) => `${at} ${code} ${value ?? ''}`.trim()),
  };
}

const dhis2 = (names: string, rows: string[][], metaData: object = {}) => ({
  json: { headers: names.split(' ').map((name) => ({ name })), rows, metaData },
});
const table = (...lines: string[]) => ({ lines: lines.map((line, at) => ({ at: at + 1, cells: line.split(';') })) });

test('a column that stands twice is read where both say the same, and its line refused where they do not', () => {
  const given = table(
    'indicator;area;TIME_PERIOD;Time period;value;Valeur;UNIT_MULT',
    'housed;sabil;2024;2024;12;;0',
    'housed;sabil;2025;2025;12;13;0',
    'housed;sabil;2026;;1.5;1.5;3',
  );
  assert.deepEqual(sorted(given), { taken: ['12', '1500'], refused: ['3 told_twice Valeur: 13'] });
});

test('two columns of one group tell one part between them, and a line of two parts is of neither', () => {
  const given = table(
    'indicator;area;year;sex;sexe;value',
    'housed;sabil;2023;F;F;1',
    'housed;sabil;2024;F;;2',
    'housed;sabil;2025;F;M;3',
    'housed;sabil;2026;T;F;4',
  );
  assert.deepEqual(sorted(given), {
    taken: ['sex:f 1', 'sex:f 2'],
    refused: ['4 told_twice sexe: M', '5 told_twice sexe: F'],
  });
});

test('parts that DHIS2 tells apart and nobody here does are refused one and all, and never taken for the whole', () => {
  const rows = [
    ['HOUSED', '2026', 'SABIL', 'female', '7'],
    ['HOUSED', '2026', 'SABIL', 'male', '300'],
  ];
  assert.deepEqual(sorted(dhis2('dx pe ou co value', rows)), {
    taken: [],
    refused: ['1 part_unknown co: female', '2 part_unknown co: male'],
  });
  assert.deepEqual(
    sorted(dhis2('dx pe ou co value', rows.slice(0, 1))).taken,
    [],
    'nor where a file has one part alone',
  );
});

test('what DHIS2 does not divide is of all, by its name or by the identifier that stands for it', () => {
  const metaData = { items: { HllvX50cXC0: { name: 'default' } } };
  const rows = [
    ['HOUSED', '2025', 'SABIL', 'HllvX50cXC0', '307'],
    ['HOUSED', '2026', 'SABIL', 'default', '308'],
  ];
  assert.deepEqual(sorted(dhis2('dx pe ou co value', rows, metaData)), { taken: ['307', '308'], refused: [] });
  assert.deepEqual(sorted(dhis2('dx pe ou co value', rows)).refused, ['1 part_unknown co: HllvX50cXC0']);
});

test('what DHIS2 adds on how a number was worked out tells nobody apart', () => {
  const rows = [['HOUSED', '2026', 'SABIL', '307', '307', '1', '1', '1']];
  const names = 'dx pe ou value numerator factor multiplier divisor';
  assert.deepEqual(sorted(dhis2(names, rows)).taken, ['307']);
});

const dimension = (id: string, ...values: string[]) => ({ id, values: values.map((value) => ({ id: value })) });

/** A flat message of one place and year, divided by these dimensions; each value by the places of its codes in them. */
const sdmx = (dimensions: ReturnType<typeof dimension>[], values: Record<string, number>, action?: string) => ({
  json: {
    structure: {
      dimensions: {
        dataSet: [dimension('INDICATOR', 'HOUSED'), dimension('REF_AREA', 'SABIL'), dimension('TIME_PERIOD', '2026')],
        observation: dimensions,
      },
    },
    dataSets: [
      {
        ...(action === undefined ? {} : { action }),
        observations: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [value]])),
      },
    ],
  },
});

test('of a dimension of SDMX that is not kept apart the total is taken, and its parts are refused', () => {
  const disability = dimension('DISABILITY', 'Y', 'N', '_T');
  assert.deepEqual(sorted(sdmx([disability], { '0': 7, '1': 300, '2': 307 })), {
    taken: ['307'],
    refused: ['1 part_unknown DISABILITY: Y', '2 part_unknown DISABILITY: N'],
  });
  const sex = dimension('SEX', 'F', '_T');
  const given = { '2:0': 200, '2:1': 307, '0:0': 4 };
  assert.deepEqual(sorted(sdmx([disability, sex], given)).taken, ['sex:f 200', '307']);
  assert.deepEqual(sorted(sdmx([dimension('DISABILITY', 'Y')], { '0': 7 })).taken, [], 'a query for one part too');
});

test('“not applicable” of SDMX is of all, and a total said in two ways is not chosen between', () => {
  assert.deepEqual(sorted(sdmx([dimension('RESIDENCE', '_Z')], { '0': 307 })).taken, ['307']);
  assert.deepEqual(sorted(sdmx([dimension('SEX', '_Z')], { '0': 307 })).taken, ['307']);
  assert.deepEqual(sorted(sdmx([dimension('RESIDENCE', '_T', '_Z')], { '0': 307, '1': 310 })), {
    taken: [],
    refused: ['1 part_unknown RESIDENCE: _T', '2 part_unknown RESIDENCE: _Z'],
  });
});

test('a key that names no value of a dimension is not read as its total, nor moves the others', () => {
  const given = { '1': 307, '1:': 308, '9:0': 309 };
  assert.deepEqual(sorted(sdmx([dimension('DISABILITY', 'Y', '_T'), dimension('SEX', '_T')], given)), {
    taken: [],
    refused: ['1 part_unknown SEX: ?', '2 part_unknown SEX: ?', '3 part_unknown DISABILITY: ?'],
  });
});

test('how often and in what a number is measured tells nobody apart, unless one place has it in two ways', () => {
  const freq = dimension('FREQ', 'A');
  assert.deepEqual(sorted(sdmx([freq, dimension('UNIT_MEASURE', 'PS')], { '0:0': 307 })).taken, ['307']);
  assert.deepEqual(sorted(sdmx([freq, dimension('UNIT_MEASURE', 'PS', 'THS')], { '0:0': 307, '0:1': 0.3 })), {
    taken: [],
    refused: ['1 part_unknown UNIT_MEASURE: PS', '2 part_unknown UNIT_MEASURE: THS'],
  });
});

test('a data set that takes values away is not read as one that brings them', () => {
  const given = (action?: string) => readSeriesText(sdmx([dimension('SEX', '_T')], { '0': 307 }, action));
  for (const action of ['Delete', 'Merge', 'DELETE'])
    assert.deepEqual(given(action), { fault: 'action_not_taken', field: 'action', value: action });
  for (const action of ['Append', 'Replace', 'Information', 'information', undefined])
    assert.ok('rows' in given(action), action);
});

test('lines of a table that an unknown column tells apart are all refused: the first of several parts is not the whole', () => {
  assert.deepEqual(
    sorted(
      table(
        'indicator;area;period;value;disability',
        'housed;sabil;2026;7;yes',
        'housed;sabil;2026;300;no',
        'housed;sabil;2025;290;',
      ),
    ),
    { taken: ['290'], refused: ['2 part_unknown disability: yes', '3 part_unknown disability: no'] },
  );
});

test('a line is not the whole because the number of the other part cannot be read', () => {
  const lines = ['indicator;area;period;value;disability', 'housed;sabil;2026;7;yes', 'housed;sabil;2026;n/a;no'];
  assert.deepEqual(sorted(table(...lines)).taken, []);
});

test('a column of remarks refuses nothing, and of two lines that say the same in all else the first is taken', () => {
  const lines = ['indicator;area;period;value;remark', 'housed;sabil;2026;7;a', 'housed;sabil;2025;8;b'];
  assert.deepEqual(sorted(table(...lines)), { taken: ['7', '8'], refused: [] });
  assert.deepEqual(sorted(table(...lines, 'housed;sabil;2025;9;b')), { taken: ['7', '8'], refused: ['4 twice'] });
});

test('a year and its first quarter are two lines of one beginning, and not two parts of the people', () => {
  const lines = ['indicator;area;period;value;freq', 'housed;sabil;2026;40;A', 'housed;sabil;2026Q1;9;Q'];
  assert.deepEqual(sorted(table(...lines)), { taken: ['40'], refused: ['3 period_overlaps'] });
});

test('a dash or a question mark for sex or age is not taken for all', () => {
  const lines = ['indicator;area;period;value;sex', 'housed;sabil;2026;4;?', 'housed;sabil;2026;307;total'];
  assert.deepEqual(sorted(table(...lines)), { taken: ['307'], refused: ['2 part_unknown sex: ?'] });
});

test('of a year and a month in it only the first is taken, and a line that says the same again is said to', () => {
  const file = table(
    'indicator;area;period;value',
    'housed;sabil;2026;40',
    'housed;sabil;202602;4',
    'housed;sabil;2026;41',
    'housed;sabil;2027;42',
  );
  assert.deepEqual(sorted(file), { taken: ['40', '42'], refused: ['3 period_overlaps', '4 twice'] });
});

test('a line with more cells than there are columns, or one that takes a value away, is refused and not read as another number', () => {
  const file = table(
    'indicator;area;period;action;value',
    'housed;sabil;2026;;1;234',
    'housed;sabil;2027;D;40',
    'housed;sabil;2028;A;41;;',
  );
  assert.deepEqual(sorted(file), { taken: ['41'], refused: ['2 cells_beyond 234', '3 action_not_taken D'] });
});
