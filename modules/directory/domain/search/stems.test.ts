import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchWordsOf } from './search-words.ts';

/** Forms that people take for one another, by language. */
const ONE = [
  'housing house houses housed',
  'training train trained trainer trainers trains',
  'study studies studying studied',
  'pharmacy pharmacies pharmacie pharmacies',
  'épicerie épiceries epicerie',
  'baby babies',
  'child children',
  'woman women',
  'counsel counselling counselled',
  'help helper helping helped',
  'worker work works working',
  'church churches',
  'class classes',
  'job jobs',
  'parcel parcels',
  'logement logements',
  'local locaux',
  'bureau bureaux',
  'manger mange mangé mangée mangés',
  'reçu reçus reçue',
  'foyer foyers',
  'abri abris',
  'مساعدة المساعدة مساعدات والمساعدات للمساعدة بالمساعدة',
  'قانون القانون قانوني قانونية',
  'معلم معلمون المعلمين',
  'محام محامي المحامين',
];

test('singular, plural and the forms of a verb are one word, in English, French and Arabic', () => {
  for (const forms of ONE)
    assert.equal(new Set(searchWordsOf(forms)).size, 1, `${forms}: ${searchWordsOf(forms).join(' ')}`);
});

test('words that only look alike stay apart', () => {
  for (const pair of [
    'bus bust',
    'need neat',
    'free fry',
    'news new s',
    'legal leg',
    'طفل طفيف',
    'speed spell',
    'sing s',
  ])
    assert.ok(new Set(searchWordsOf(pair)).size > 1, pair);
});

test('a word never becomes none, and a plural never another word than its singular', () => {
  const letters = fc.array(fc.constantFrom(...Array.from('bcdfglmnprtaeiou')), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(letters, (parts) => {
      const word = parts.join('');
      const [stem = ''] = searchWordsOf(word);
      assert.ok(stem.length >= 2, word);
    }),
  );
});
