import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { csvLine, plainCell, safeCell } from './safe-cell.ts';

test('no cell runs, and every cell is read as it was written', () => {
  const cell = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'=", "''-"), fc.string())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(cell, (text) => {
      const safe = safeCell(text);
      assert.equal(plainCell(safe), text);
      assert.ok(!/^[=@\t\r]/.test(safe) && !/^[+-][^\d\s().+-]/.test(safe), safe);
    }),
    { numRuns: 2000 },
  );
});

test('a phone number and a coordinate stay as they are', () => {
  assert.equal(safeCell('+216 71 000-000'), '+216 71 000-000');
  assert.equal(safeCell('-12.5'), '-12.5');
  assert.equal(safeCell('-2+3'), "'-2+3");
  assert.equal(safeCell('- bread'), "'- bread");
});

test('a line keeps what separates and what it quotes', () => {
  assert.equal(csvLine(['a,b', 'say "yes"', 3, null, '=1+1']), `"a,b","say ""yes""",3,,'=1+1\r\n`);
});
