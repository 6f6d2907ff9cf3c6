import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedKeysOf, keptKeysOf, soundKeysOf } from './sound-keys.ts';

/** Names of people, associations and places as both scripts write them, in the spellings of several countries. */
const NAMES: Record<string, string> = {
  الأمل: 'Amal Amel Alamal Elamal',
  نور: 'Nour Noor Nur',
  وفاء: 'Wafa Ouafa Wafaa',
  ابن: 'Ibn',
  سينا: 'Sina',
  محمد: 'Mohamed Muhammad Mohammed',
  هناء: 'Hana Hanaa',
  الحياة: 'Hayat Hayet',
  وردة: 'Warda',
  سعيد: 'Said Saïd',
  يوسف: 'Youssef Yusuf',
  عمر: 'Omar',
  إيمان: 'Imane Iman',
  الشفاء: 'Chifa Shifa',
  الخير: 'Khair Kheir',
  فاطمة: 'Fatima Fatimah',
  التضامن: 'Tadamon Tadamoun',
  المستقبل: 'Mustaqbal Moustakbal',
  علي: 'Ali',
  عائشة: 'Aicha Aïcha Aisha',
  خديجة: 'Khadija Khadidja',
  منى: 'Mona Mouna',
  باريس: 'Paris',
  بيروت: 'Beyrouth Beirut',
  قنطرة: 'Qantara Kantara',
};

const shares = (one: string[], other: string[]): boolean => one.some((key) => other.includes(key));

test('a name is found from the other script, in any of its spellings', () => {
  for (const [arabic, spellings] of Object.entries(NAMES))
    for (const latin of spellings.split(' ')) {
      assert.ok(shares(askedKeysOf(latin), keptKeysOf(arabic)), `${latin} finds ${arabic}`);
      assert.ok(shares(askedKeysOf(arabic), keptKeysOf(latin)), `${arabic} finds ${latin}`);
    }
});

test('words that do not sound alike are not found', () => {
  for (const [latin, arabic] of [
    ['food', 'أطفال'],
    ['amal', 'سلام'],
    ['nour', 'نار'],
    ['car', 'كراء'],
    ['shelter', 'شاطر'],
  ])
    assert.ok(!shares(askedKeysOf(latin ?? ''), keptKeysOf(arabic ?? '')), `${latin} ${arabic}`);
});

test('a key looks only into the other script, as the own script is searched by its letters', () => {
  assert.ok(!shares(askedKeysOf('food'), keptKeysOf('Foad feed')));
});

// A word that begins with لل is «for the …».
const letters = fc
  .array(fc.constantFrom(...Array.from('بتجحدرزسشفقكلمنطصخغ')), { minLength: 3, maxLength: 6 })
  .filter((word) => !word.join('').startsWith('لل'));
const LATIN: Record<string, string[]> = {
  ب: ['b', 'p'],
  ت: ['t', 'th'],
  ج: ['j', 'dj'],
  ح: ['h'],
  د: ['d', 'dh'],
  ر: ['r', 'rr'],
  ز: ['z'],
  س: ['s', 'ss'],
  ش: ['sh', 'ch'],
  ف: ['f', 'ph'],
  ق: ['q', 'k'],
  ك: ['k', 'kk'],
  ل: ['l', 'll'],
  م: ['m', 'mm'],
  ن: ['n', 'nn'],
  ط: ['t'],
  ص: ['s'],
  خ: ['kh'],
  غ: ['gh'],
};

test('whatever short vowels somebody writes, doubles or marks, the key is the same', () => {
  const spelt = fc.tuple(letters, fc.infiniteStream(fc.nat()), fc.boolean());
  fc.assert(
    fc.property(spelt, ([word, choices, hasArticle]) => {
      const next = (most: number) => (choices.next().value ?? 0) % most;
      const vowels = ['a', 'i', 'ou', 'e', 'o'];
      const pairs = word.map((letter) => `${LATIN[letter]?.[next(LATIN[letter]?.length ?? 1)]}${vowels[next(5)]}`);
      const marked = word.map((letter) => `${letter}${['', '\u064e', '\u0651\u0650'][next(3)]}`).join('');
      const arabic = `${hasArticle ? 'ال' : ''}${marked}`;
      assert.ok(shares(soundKeysOf(pairs.join('')).keys, soundKeysOf(arabic).keys), `${pairs.join('')} ${arabic}`);
    }),
  );
});

test('no text breaks it, and a key is small letters and digits that no word begins with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const key of [...keptKeysOf(text), ...askedKeysOf(text)]) assert.match(key, /^k0[al][a-z0-3]+$/);
    }),
  );
});
