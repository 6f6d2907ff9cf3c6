import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PlaceholderKind } from '../contract/index.ts';
import { faultOfValues } from './values.ts';

const now = new Date('2026-11-22T10:00:00Z');
const subject = '0190f3a0-0000-7000-8000-0000b7c40d92';
const paths = ['/r/:secret', '/work/referrals/:id', '/follow'];
const about = { subject, now };

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzéàأملنسبتد');
const name = fc
  .array(fc.array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 3 })
  .map((words) => words.map((word) => word.join('').replace(/^./, (first) => first.toUpperCase())).join(' '));
const telephone = fc
  .tuple(fc.constantFrom('', '+216', '00216', '0'), fc.integer({ min: 20_000_000, max: 99_999_999 }))
  .map(([country, number]) => `${country}${number}`);
const mailbox = fc.emailAddress();
const birth = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const street = fc.tuple(fc.integer({ min: 1, max: 300 }), name).map(([number, of]) => `${number} rue ${of}`);
const personal = fc.oneof(name, telephone, mailbox, birth, street);
const kind = fc.constantFrom(...PlaceholderKind.options);

test('whatever is known of a person fits no kind: no name, number, mailbox, birth or street gets through', () => {
  fc.assert(
    fc.property(personal, kind, (value, of) => {
      // A single small word may be the code of a need: it is looked up in our own table, and never said itself.
      if (of === 'need' && /^[a-z_]+$/.test(value)) return;
      assert.equal(faultOfValues({ placeholders: { given: of }, paths }, { given: value }, about), 'given');
    }),
    { numRuns: 3000 },
  );
});

test('a number of a telephone is no count, and no mark of a record either', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 999_999_999 }), (number) => {
      assert.equal(faultOfValues({ placeholders: { count: 'count' }, paths }, { count: number }, about), 'count');
      const mark = String(number).slice(0, 8);
      if (!subject.endsWith(mark))
        assert.equal(faultOfValues({ placeholders: { mark: 'mark' }, paths }, { mark }, about), 'mark');
    }),
  );
});

test('what nobody declared is refused, also where it is of a harmless kind', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer()), (key, value) => {
      assert.equal(faultOfValues({ placeholders: {}, paths }, { [key]: value }, about), key);
    }),
  );
});

test('a link leads only to an address of ours that the template names', () => {
  const ask = (link: string) => faultOfValues({ placeholders: { link: 'link' }, paths }, { link }, about);
  for (const link of ['/r/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF', `/work/referrals/${subject}`, '/follow'])
    assert.equal(ask(link), undefined, link);
  for (const link of [
    'https://elsewhere.example/follow',
    '//elsewhere.example/follow',
    '/follow/amal',
    '/r/amal-haddad',
    '/r/12345678901234567890123',
    '/r/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF?name=amal',
    '/r/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF/..',
    '/work/referrals/../people',
    '/follow#amal',
    '',
  ])
    assert.equal(ask(link), 'link', link);
});

/** A name that every object has already. */
const INHERITED: Record<string, PlaceholderKind> = Object.fromEntries([['constructor', 'count']]);

test('a value is missing where it is asked for, and what is inherited is none', () => {
  assert.equal(faultOfValues({ placeholders: INHERITED, paths }, {}, about), 'constructor');
  assert.equal(faultOfValues({ placeholders: { mark: 'mark' }, paths }, { mark: 'b7c40d92' }, about), undefined);
  assert.equal(
    faultOfValues({ placeholders: { mark: 'mark' }, paths }, { mark: 'b7c40d92' }, { ...about, subject: 'Amal' }),
    'subject',
  );
});
