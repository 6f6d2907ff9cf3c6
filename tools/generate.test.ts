import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateTables } from './generate-tables.ts';
import { compareFiles, writeFiles } from './reading/generated.ts';
import { rulesOf, aTree } from './testing.ts';

const root = aTree({
  'db/migrations/0001_people_people.sql': `create schema people;
    create table people.person (
      person_id uuid primary key, family_name text, born date, aliases text[] not null default '{}',
      met_at timestamptz not null default now(), names jsonb not null, ordinal bigint generated always as identity);
    comment on table people.person is 'Someone we know.';
    comment on column people.person.born is 'The day, where it is known.';
    create table people.secret (person_id uuid);
    create view people.published_person as select person_id, family_name from people.person;`,
  'db/migrations/0002_open_data_figures.sql': `create schema open_data;
    create table open_data.figure (figure_id uuid primary key,
      state text not null check (state in ('draft', 'it''s out')), share numeric not null);`,
  'modules/people/package.json': '{"name":"@qantara/people"}',
  'modules/people/server/index.ts': 'export const people = 1;\n',
  'modules/open-data/package.json': '{"name":"@qantara/open-data","dependencies":{"@qantara/people":"0.1.0"}}',
  'modules/open-data/server/index.ts': 'export const figures = 1;\n',
  'modules/hsds/package.json': '{"name":"@qantara/hsds"}',
});
const files = await generateTables(root);
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
const people = textOf('modules/people/server/tables.gen.ts');
const figures = textOf('modules/open-data/server/tables.gen.ts');

test('a column has the type it is read with, and what may be left out when writing', () => {
  for (const line of [
    '  person_id: string;',
    '  family_name: ColumnType<string | null, string | null | undefined, string | null>;',
    '  aliases: ColumnType<string[], string[] | undefined, string[]>;',
    '  met_at: ColumnType<Date, Date | string | undefined, Date | string>;',
    '  names: Json;',
    '  ordinal: ColumnType<number, never, never>;',
  ]) {
    assert.ok(people.includes(line), `${line}\n${people}`);
  }
});

test('comments on tables and columns are said again beside the types', () => {
  assert.match(people, /\/\*\* Someone we know\. \*\/\nexport interface PeoplePersonTable/);
  assert.match(people, /\/\*\* The day, where it is known\. \*\/\n {2}born:/);
});

test('a module sees its own tables and what lower modules publish, and nothing else', () => {
  assert.match(people, /export interface PeopleTables \{\n {2}'people\.person': PeoplePersonTable;/);
  assert.doesNotMatch(people, /open_data/);
  assert.match(figures, /'people\.published_person': PeoplePublishedPersonTable;/);
  assert.doesNotMatch(figures, /people\.secret|'people\.person'/);
  assert.equal(textOf('modules/hsds/server/tables.gen.ts'), '');
});

test('a view is read only, and its columns are filled where those of the table are', () => {
  assert.match(figures, / {2}person_id: ColumnType<string, never, never>;/);
  assert.match(figures, / {2}family_name: ColumnType<string \| null, never, never>;/);
});

test('a closed list is a union of its values, and money is text', () => {
  assert.match(figures, / {2}state: 'draft' \| 'it\\'s out';/);
  assert.match(figures, / {2}share: string;/);
});

test('a generated file that differs from its sources, or has none, is seen', () => {
  writeFiles(root, files);
  assert.deepEqual(compareFiles(root, files), []);
  writeFileSync(join(root, 'modules/people/server/tables.gen.ts'), 'export {};\n');
  const left = files.filter(({ path }) => !path.includes('open-data'));
  assert.deepEqual(rulesOf(compareFiles(root, left)), [
    'modules/open-data/server/tables.gen.ts: made from nothing',
    'modules/people/server/tables.gen.ts: not up to date',
  ]);
});
