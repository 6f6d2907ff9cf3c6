import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalsCsv } from './refusals-csv.ts';

test('what a spreadsheet would run is text in the report', () => {
  const csv = refusalsCsv([
    { file: 'services.csv', row: 3, field: 'url', code: 'not_url', value: '=HYPERLINK("x")', scope: 'value' },
  ]);
  assert.equal(
    csv,
    `\ufefffile,row,field,code,value,scope\r\nservices.csv,3,url,not_url,"'=HYPERLINK(""x"")",value\r\n`,
  );
});
