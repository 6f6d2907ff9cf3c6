import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { plainFileName } from './plain-file-name.ts';

test('a name keeps what was called, and loses paths, hidden signs and endings that lie', () => {
  const names: Record<string, string> = {
    'بطاقة التعريف.pdf': 'بطاقة التعريف.jpg',
    '../../etc/passwd': 'passwd.jpg',
    'C:\\Users\\amal\\carte.png': 'carte.jpg',
    'photo\u202Egnp.exe': 'photognp.jpg',
    'a\u0000b\r\nset-cookie: x.jpg': 'abset-cookie x.jpg',
    'quote".jpeg': 'quote.jpg',
    '.hidden': 'hidden.jpg',
    '...': 'file.jpg',
    '': 'file.jpg',
  };
  for (const [given, kept] of Object.entries(names)) assert.equal(plainFileName(given, 'image/jpeg'), kept, given);
  assert.equal(plainFileName('facture.exe', 'application/pdf'), 'facture.pdf');
});

test('whatever it is called, the name is short, of one part and all seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = plainFileName(given, 'image/png');
      assert.match(name, /^[^/\\\p{C}"<>:|?*;%]{1,85}\.png$/u);
      assert.ok(!name.startsWith('.'));
    }),
  );
});
