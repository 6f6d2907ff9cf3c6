import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCsvw, type CsvFiles } from './check-csvw.ts';

const METADATA = {
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  '@type': 'TableGroup',
  tables: [
    {
      url: 'towns.csv',
      tableSchema: {
        columns: [
          { name: 'town', titles: { und: 'town', fr: 'Ville' }, required: true },
          { name: 'people', titles: 'people', datatype: 'integer', null: ['', 'x', '..'] },
          { name: 'since', titles: 'since', datatype: 'date' },
          { name: 'region', titles: 'region' },
          { name: 'tags', titles: 'tags', datatype: 'integer', separator: ' ' },
        ],
        primaryKey: ['town'],
        foreignKeys: [{ columnReference: 'region', reference: { resource: 'regions.csv', columnReference: 'region' } }],
      },
    },
    { url: 'regions.csv', tableSchema: { columns: [{ name: 'region', titles: 'region' }], primaryKey: 'region' } },
  ],
};
const HEADING = ['town', 'people', 'since', 'region', 'tags'];
const GOOD = [
  HEADING,
  ['a', '12', '2026-01-31', 'north', '1 2'],
  ['b', 'x', '', '', ''],
  ['c', '..', '', 'south', '7'],
];
const REGIONS = [['region'], ['north'], ['south']];

const filesOf = (towns: string[][], regions = REGIONS): CsvFiles =>
  new Map([
    ['towns.csv', towns],
    ['regions.csv', regions],
  ]);
const faultsOf = (towns: string[][], regions = REGIONS): string[] =>
  checkCsvw(METADATA, filesOf(towns, regions)).map(({ row, column, fault }) => `${row} ${column} ${fault}`);

const withRow = (row: string[]): string[][] => [...GOOD, row];

test('files that are as their description says have no fault', () => {
  assert.deepEqual(faultsOf(GOOD), []);
  assert.deepEqual(faultsOf([['Ville', ...HEADING.slice(1)], ...GOOD.slice(1)]), []);
});

test('each fault is found, in its row and column', () => {
  const wrong: [string[], string][] = [
    [['', '1', '', '', ''], '5 town required'],
    [['d', 'many', '', '', ''], '5 people not integer: many'],
    [['d', '1.5', '', '', ''], '5 people not integer: 1.5'],
    [['d', '1', '2026-02-30', '', ''], '5 since not date: 2026-02-30'],
    [['d', '1', '30.01.2026', '', ''], '5 since not date: 30.01.2026'],
    [['d', '1', '', 'east', ''], '5 region names 0 rows: ["east"]'],
    [['d', '1', '', '', '1 two'], '5 tags not integer: 1 two'],
    [['a', '1', '', '', ''], '5 town primary key twice: ["a"]'],
    [['d', '1'], '5  2 cells'],
  ];
  for (const [row, fault] of wrong)
    assert.ok(faultsOf(withRow(row)).includes(fault), `${fault}: ${faultsOf(withRow(row)).join()}`);
});

test('a heading that is no title, a file that is missing and a name that stands twice are found', () => {
  assert.deepEqual(faultsOf([['stadt', ...HEADING.slice(1)], ...GOOD.slice(1)]), [
    '1  heading stadt is no title of town',
  ]);
  assert.match(String(faultsOf([HEADING.slice(1)])), /4 headings for 5 columns/);
  assert.deepEqual(
    checkCsvw(METADATA, new Map([['regions.csv', REGIONS]])).map(({ fault }) => fault),
    ['no such file'],
  );
  assert.ok(faultsOf(GOOD, [...REGIONS, ['north']]).includes('2 region names 2 rows: ["north"]'));
});

test('a description that is none, names no table or an unknown datatype is a fault itself', () => {
  assert.notEqual(checkCsvw({ ...METADATA, '@context': 'https://elsewhere.example' }, filesOf(GOOD)).length, 0);
  assert.match(
    JSON.stringify(checkCsvw({ ...METADATA, tables: METADATA.tables.slice(0, 1) }, filesOf(GOOD))),
    /names no table/,
  );
  const [regions] = METADATA.tables.slice(1);
  const odd = { ...regions, tableSchema: { columns: [{ name: 'region', titles: 'region', datatype: 'colour' }] } };
  assert.match(JSON.stringify(checkCsvw({ ...METADATA, tables: [odd] }, filesOf(GOOD))), /no datatype/);
});
