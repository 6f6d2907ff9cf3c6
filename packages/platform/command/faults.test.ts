import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { faultsOf } from './faults.ts';

const schema = z.object({
  target: z.coerce.number(),
  rows: z.array(z.object({ planned: z.coerce.number().min(1) })).default([]),
  name: z.string().min(1),
});

function codesOf(said: unknown): string[] {
  const parsed = schema.safeParse(said, { reportInput: true });
  return parsed.success ? [] : faultsOf(parsed.error, said).map(({ path, code }) => `${path} ${code}`);
}

test('a number that nobody wrote is missing, and one that is no number is not understood', () => {
  assert.deepEqual(codesOf({ name: 'a' }), ['target required']);
  assert.deepEqual(codesOf({ name: 'a', target: Number.NaN }), ['target invalid']);
  assert.deepEqual(codesOf({ name: 'a', target: 'many' }), ['target invalid']);
  assert.deepEqual(codesOf({ name: 'a', target: 1, rows: [{}, { planned: 'x' }, { planned: 0 }] }), [
    'rows.0.planned required',
    'rows.1.planned invalid',
    'rows.2.planned too_low',
  ]);
  assert.deepEqual(codesOf(undefined), [' required']);
});
