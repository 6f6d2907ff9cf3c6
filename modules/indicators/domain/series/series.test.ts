import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { byarOf, intervalOf, isStale, periodIn, readSeriesText, sortRows, wilsonOf, type Known } from './index.ts';

const near = (given: number | undefined, wanted: number, within = 5e-4): void =>
  assert.ok(given !== undefined && Math.abs(given - wanted) < within, `${given} is not ${wanted}`);

test('the interval of a share is Wilson’s: known vectors, and never below nothing or above all', () => {
  near(wilsonOf(81, 263)?.low, 0.2553);
  near(wilsonOf(81, 263)?.high, 0.3662);
  near(wilsonOf(0, 20)?.low, 0);
  near(wilsonOf(0, 20)?.high, 0.1611);
  near(wilsonOf(1, 29)?.low, 0.0061);
  near(wilsonOf(1, 29)?.high, 0.1718);
  assert.equal(wilsonOf(3, 0), null);
  assert.equal(wilsonOf(4, 3), null);
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (one, other) => {
      const [few, all] = [Math.min(one, other), Math.max(one, other) + 1];
      const { low, high } = wilsonOf(few, all) ?? { low: -1, high: 2 };
      assert.ok(low >= 0 && high <= 1 && low <= few / all && few / all <= high);
    }),
  );
});

test('the interval of events is Byar’s, also where none happened', () => {
  const ten = byarOf(10, 100_000, 100_000);
  near(ten?.low, 4.79, 0.01);
  near(ten?.high, 18.39, 0.01);
  near(byarOf(0, 100_000, 100_000)?.low, 0);
  near(byarOf(0, 100_000, 100_000)?.high, 3.69, 0.12);
  assert.equal(intervalOf('count', 1, { numerator: 5, denominator: 10 }), null);
  assert.equal(intervalOf('ratio', 1, { numerator: null, denominator: 10 }), null);
});

test('periods are read as DHIS2, SDMX and people write them', () => {
  const days = (code: string) => Object.values(periodIn(code) ?? {}).join(' ');
  assert.equal(days('2026'), '2026-01-01 2027-01-01');
  assert.equal(days('202612'), '2026-12-01 2027-01-01');
  assert.equal(days('2026-02'), '2026-02-01 2026-03-01');
  assert.equal(days('2026Q4'), '2026-10-01 2027-01-01');
  assert.equal(days('2026-Q1'), '2026-01-01 2026-04-01');
  assert.equal(days('2026S2'), '2026-07-01 2027-01-01');
  assert.equal(days('2025April'), '2025-04-01 2026-04-01');
  assert.equal(days('2026W1'), '2025-12-29 2026-01-05');
  assert.equal(days('2020-W53'), '2020-12-28 2021-01-04');
  assert.equal(days('20260228'), '2026-02-28 2026-03-01');
  for (const wrong of ['', '202613', '2026-02-30', '2026Q5', '26', 'spring'])
    assert.equal(periodIn(wrong), undefined, wrong);
});

test('periods are of the years 1900 to 2200: of others there is none, however they are written', () => {
  assert.deepEqual(periodIn('1900'), { startsOn: '1900-01-01', endsOn: '1901-01-01' });
  assert.deepEqual(periodIn('2200Q4'), { startsOn: '2200-10-01', endsOn: '2201-01-01' });
  for (const wrong of ['9999', '0001', '1899', '2201', '0050-01', '999912', '9999-12-31', '00010101', '2201W01'])
    assert.equal(periodIn(wrong), undefined, wrong);
});

test('a 53rd week is of the years that have one, and week 0 of none', () => {
  assert.deepEqual(periodIn('2026W53'), { startsOn: '2026-12-28', endsOn: '2027-01-04' });
  for (const wrong of ['2025W53', '2026W54', '2026W00']) assert.equal(periodIn(wrong), undefined, wrong);
});

test('a figure is stale once it is older than one and a half of what its source promises', () => {
  assert.equal(isStale('year', '2025-01-01', '2026-06-30'), false);
  assert.equal(isStale('year', '2025-01-01', '2026-07-05'), true);
  assert.equal(isStale('month', '2026-11-01', '2026-11-22'), false);
  assert.equal(isStale('month', null, '2026-11-22'), true);
});

const rowsOf = (given: Parameters<typeof readSeriesText>[0]) => {
  const read = readSeriesText(given);
  assert.ok('rows' in read, JSON.stringify(read));
  return read;
};

test('a table is read by its headings in any of three languages, in any order, with groups as parts', () => {
  const { rows } = rowsOf({
    lines: [
      { at: 1, cells: ['القيمة', 'المكان', 'Sexe', 'Période', 'Indicateur', 'Remarque'] },
      { at: 2, cells: ['٠٫٥٥', 'SABIL', 'F', '2026', 'knows_services', 'x'] },
      { at: 3, cells: ['', '', '', '', '', ''] },
      { at: 4, cells: ['0.5', 'SABIL', 'Ensemble', '2026', 'knows_services', ''] },
    ],
  });
  assert.deepEqual(
    rows.map(({ at, indicator, area, period, cut, value }) => [at, indicator, area, period, cut, value]),
    [
      [2, 'knows_services', 'SABIL', '2026', 'sex:f', '٠٫٥٥'],
      [4, 'knows_services', 'SABIL', '2026', '', '0.5'],
    ],
  );
  assert.deepEqual(readSeriesText({ lines: [{ at: 1, cells: ['area', 'period', 'value'] }] }), {
    fault: 'column_missing',
    field: 'indicator',
  });
});

test('what DHIS2 answers is read by its headings', () => {
  const { format, rows } = rowsOf({
    json: {
      headers: [
        { name: 'dx' },
        { name: 'pe' },
        { name: 'ou' },
        { name: 'value' },
        { name: 'numerator' },
        { name: 'denominator' },
      ],
      metaData: { items: {} },
      rows: [['Uvn6LCg7dVU', '2026Q1', 'ImspTQPwCqd', '88.2', '441', '500']],
    },
  });
  assert.deepEqual(
    [format, rows[0]?.indicator, rows[0]?.period, rows[0]?.area],
    ['dhis2', 'Uvn6LCg7dVU', '2026Q1', 'ImspTQPwCqd'],
  );
  assert.deepEqual([rows[0]?.numerator, rows[0]?.denominator], ['441', '500']);
});

const dimension = (id: string, ...values: string[]) => ({ id, values: values.map((value) => ({ id: value })) });

test('SDMX-JSON is read flat, by series and by time, in both of its versions', () => {
  const time = dimension('TIME_PERIOD', '2025', '2026');
  const bySeries = {
    meta: {},
    data: {
      structures: [
        {
          dimensions: {
            dataSet: [dimension('INDICATOR', 'HOUSED')],
            series: [dimension('REF_AREA', 'A', 'B'), dimension('SEX', '_T', 'F')],
            observation: [time],
          },
        },
      ],
      dataSets: [{ structure: 0, series: { '1:1': { observations: { '0': [12.5], '1': [14, 0] } } } }],
    },
  };
  const { format, rows } = rowsOf({ json: bySeries });
  assert.equal(format, 'sdmx');
  assert.deepEqual(
    rows.map(({ indicator, area, period, cut, value }) => [indicator, area, period, cut, value]),
    [
      ['HOUSED', 'B', '2025', 'sex:f', '12.5'],
      ['HOUSED', 'B', '2026', 'sex:f', '14'],
    ],
  );
  const flat = {
    structure: { dimensions: { observation: [dimension('INDICATOR', 'HOUSED'), dimension('REF_AREA', 'A'), time] } },
    dataSets: [{ observations: { '0:0:1': [7] } }],
  };
  assert.deepEqual(
    rowsOf({ json: flat }).rows.map(({ period, value }) => [period, value]),
    [['2026', '7']],
  );
});

test('what SDMX multiplies is multiplied, whether it says so of the message, a series or one value', () => {
  const read = (attributes: object, dataSet: object) =>
    rowsOf({
      json: {
        structure: {
          dimensions: {
            series: [dimension('INDICATOR', 'HOUSED'), dimension('REF_AREA', 'A')],
            observation: [dimension('TIME_PERIOD', '2025', '2026')],
          },
          attributes,
        },
        dataSets: [dataSet],
      },
    }).rows.map(({ period, power }) => `${period} ${power}`.trim());
  const values = { '0': [5, 0], '1': [6, 1] };
  const [status, power] = [dimension('OBS_STATUS', 'A', 'P'), dimension('UNIT_MULT', '0', '3')];
  assert.deepEqual(read({}, { series: { '0:0': { observations: values } } }), ['2025', '2026']);
  assert.deepEqual(read({ observation: [power] }, { series: { '0:0': { observations: values } } }), [
    '2025 0',
    '2026 3',
  ]);
  const series = { '0:0': { attributes: [0, 1], observations: values } };
  assert.deepEqual(read({ series: [status, power], observation: [status] }, { series }), ['2025 3', '2026 3']);
  assert.deepEqual(read({ dataSet: [power] }, { attributes: [1], series }), ['2025 3', '2026 3']);
  assert.deepEqual(read({ dataSet: [{ id: 'UNIT_MULT' }] }, { attributes: ['6'], series }), ['2025 6', '2026 6']);
  const bare = { '0:0': { observations: { '0': [5], '1': [6, 0] } } };
  assert.deepEqual(read({ observation: [{ ...power, default: '6' }] }, { series: bare }), ['2025 6', '2026 0']);
  const groups = { structures: [{ attributes: { dimensionGroup: [power] } }], dataSets: [{ series }] };
  assert.deepEqual(readSeriesText({ json: groups }), { fault: 'power_not_readable', field: 'UNIT_MULT' });
});

test('whatever JSON a file has, reading it ends and throws nothing', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => void readSeriesText({ json })));
});

const known: Known = {
  indicators: new Map([
    ['share', { indicatorId: 'i' as never, recipe: null, unit: 'ratio', factor: 1 }],
    ['housed', { indicatorId: 'h' as never, recipe: null, unit: 'count', factor: 1 }],
    ['told', { indicatorId: 't' as never, recipe: null, unit: 'words', factor: 1 }],
    ['deaths', { indicatorId: 'd' as never, recipe: null, unit: 'rate', factor: 100_000 }],
    ['closure_rate', { indicatorId: 'c' as never, recipe: 'closure_rate', unit: 'ratio', factor: 1 }],
  ]),
  areaIds: new Map([['sabil', 'a']]),
};

const row = (more: object) => ({
  at: 7,
  indicator: 'SHARE',
  area: 'Sabil',
  period: '2026',
  from: '',
  to: '',
  cut: '',
  numerator: '',
  denominator: '',
  value: '',
  power: '',
  unknownPart: null,
  beyond: null,
  contradicts: null,
  others: [],
  ...more,
});
const codeOf = (more: object): string => {
  const [refusal] = sortRows([row(more)], known).refusals;
  return refusal === undefined ? 'taken' : `${refusal.field} ${refusal.code}`;
};

test('a row that cannot be true is named by its field: an unknown place, a counted measure, more than all, no denominator', () => {
  assert.equal(codeOf({ value: '0,25' }), 'taken');
  assert.equal(codeOf({ numerator: '1 200', denominator: '4800' }), 'taken');
  assert.equal(codeOf({ value: '25' }), 'value more_than_all');
  assert.equal(codeOf({ value: 'many' }), 'value not_a_number');
  assert.equal(codeOf({}), 'value value_missing');
  assert.equal(codeOf({ numerator: '3' }), 'denominator denominator_needed');
  assert.equal(codeOf({ numerator: '3', denominator: '0' }), 'denominator denominator_needed');
  assert.equal(codeOf({ indicator: 'nothing', value: '1' }), 'indicator indicator_unknown');
  assert.equal(codeOf({ indicator: 'closure_rate', value: '1' }), 'indicator indicator_counted');
  assert.equal(codeOf({ area: 'elsewhere', value: '1' }), 'area area_unknown');
  assert.equal(codeOf({ period: 'spring', value: '1' }), 'period not_a_period');
  assert.equal(codeOf({ period: '', from: '2026-01-01', to: '2025-01-01', value: '1' }), 'from not_a_period');
  assert.equal(codeOf({ indicator: 'deaths', value: '312' }), 'taken');
});

test('a comma or a point before three digits of a count is refused: it is a thousand to some and one to others', () => {
  const housed = (value: string) => codeOf({ indicator: 'housed', value });
  for (const unclear of ['1.234', '12.345.678', '1,234', '١٬٢٣٤', '١،٢٣٤', '1,234,567', '12,345', '1,234.5'])
    assert.equal(housed(unclear), 'value number_unclear', unclear);
  for (const clear of ['1234', '1234.567', '1 234', '1\u202F234', '12,5', '1.5', '٢٫٥'])
    assert.equal(housed(clear), 'taken', clear);
  assert.equal(codeOf({ numerator: '1,234', denominator: '4800' }), 'numerator number_unclear');
  assert.equal(codeOf({ numerator: '1234', denominator: '4,800' }), 'denominator number_unclear');
  assert.equal(codeOf({ value: '0,125' }), 'taken', 'a share that its source worked out has a fraction');
  assert.equal(codeOf({ indicator: 'deaths', value: '1,234' }), 'value number_unclear', 'and a rate a thousand or one');
  assert.equal(codeOf({ indicator: 'deaths', value: '12.345' }), 'taken');
  assert.equal(codeOf({ indicator: 'housed', value: '1,234', power: '3' }), 'value number_unclear', 'in thousands too');
});

test('numbers in thousands are read as thousands, and a power of ten that is none refuses the line', () => {
  const counted = (more: object) => sortRows([row({ indicator: 'housed', ...more })], known).rows[0]?.numerator;
  assert.equal(counted({ value: '1.234', power: '3' }), 1234);
  assert.equal(counted({ value: '1234.567', power: '3' }), 1_234_567);
  assert.equal(counted({ value: '12e1', power: '2' }), 12_000);
  assert.equal(counted({ value: '7', power: '_Z' }), 7);
  assert.equal(codeOf({ indicator: 'housed', value: '7', power: 'thousands' }), 'power power_not_readable');
  assert.equal(codeOf({ indicator: 'housed', value: '7', power: '20' }), 'value not_a_number');
});

test('nobody counts less than nobody, and out of less than nobody nothing is counted', () => {
  assert.equal(codeOf({ indicator: 'housed', value: '-5' }), 'value below_zero');
  assert.equal(codeOf({ indicator: 'housed', numerator: '-5' }), 'numerator below_zero');
  assert.equal(codeOf({ indicator: 'deaths', numerator: '-5', denominator: '100' }), 'numerator below_zero');
  assert.equal(codeOf({ numerator: '-5', denominator: '-10' }), 'numerator below_zero');
  assert.equal(codeOf({ numerator: '5', denominator: '-10' }), 'denominator below_zero');
  assert.equal(codeOf({ indicator: 'housed', value: '0' }), 'taken');
});

test('a number is one that can be kept: none without an end, and none beyond what is typed', () => {
  assert.equal(codeOf({ indicator: 'housed', value: '1e999' }), 'value not_a_number');
  assert.equal(codeOf({ indicator: 'deaths', value: '-1e999' }), 'value not_a_number');
  assert.equal(codeOf({ indicator: 'housed', value: '1e16' }), 'value not_a_number');
  assert.equal(codeOf({ indicator: 'housed', value: '1e3' }), 'taken');
});

test('days that a row names are of the years 1900 to 2200 too', () => {
  const between = (from: string, to: string) => codeOf({ period: '', from, to, value: '0.5' });
  assert.equal(between('2200-01-01', '2200-12-31'), 'taken');
  assert.equal(between('2026-01-01', '9999-12-31'), 'from not_a_period');
  assert.equal(between('0001-01-01', '2026-12-31'), 'from not_a_period');
});

test('a part whose name is longer than is kept is refused before anything is written', () => {
  const years = (count: number) =>
    Array.from({ length: count }, (_one, at) => `group_${'g'.repeat(at)}:${'x'.repeat(50)}`);
  assert.equal(codeOf({ cut: `age:${'x'.repeat(60)}`, value: '0.5' }), 'taken');
  assert.equal(codeOf({ cut: `age:${'x'.repeat(61)}`, value: '0.5' }), 'cut part_not_readable');
  assert.equal(codeOf({ cut: years(4).join('|'), value: '0.5' }), 'cut part_not_readable');
});
