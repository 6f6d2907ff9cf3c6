import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { LOCALES } from '@qantara/kernel';
import fc from 'fast-check';
import { NoticeTemplate } from '../contract/index.ts';
import { faultsOfWords, likelySize, MOST_PARTS } from './check-words.ts';
import { fillWords } from './fill-words.ts';
import { letterPage } from './letter-page.ts';
import { nextTry } from './next-try.ts';
import { smsSizeOf, smsTextOf } from './sms-parts.ts';

const SHIPPED = new URL('../../../db/seeds/notices/', import.meta.url);
const templates = readdirSync(SHIPPED).map((name) => ({
  name,
  template: NoticeTemplate.parse(JSON.parse(readFileSync(new URL(name, SHIPPED), 'utf8'))),
}));

test('every template that is shipped is whole in three languages, sound, and in the file of its name', () => {
  assert.ok(templates.length >= 10);
  for (const { name, template } of templates) {
    assert.equal(name, `${template.code}.json`);
    assert.deepEqual(faultsOfWords(template, template.words, true), [], template.code);
    for (const locale of LOCALES) {
      const size = likelySize(template.words.short[locale] ?? '', template.placeholders);
      assert.ok(size.parts <= 3, `${template.code} ${locale} leaves in ${size.parts} parts`);
    }
  }
});

test('a placeholder that is not declared, a link that is missing and a link where none may be are refused by their field', () => {
  const asked = templates.find(({ template }) => template.code === 'request.moved')?.template;
  assert.ok(asked);
  const { words } = asked;
  const codes = (changed: Partial<typeof words>) =>
    faultsOfWords(asked, { ...words, ...changed }, true).map(({ path, code }) => `${path} ${code}`);
  assert.deepEqual(codes({ body: { ...words.body, fr: 'Bonjour {nom} {link}' } }), ['body.fr placeholder_unknown']);
  assert.deepEqual(codes({ short: { ...words.short, ar: 'مرحبا' } }), ['short.ar link_missing']);
  assert.deepEqual(codes({ subject: { ...words.subject, en: 'See {link}' } }), ['subject.en placeholder_unknown']);
  assert.deepEqual(codes({ disguised: { ...words.disguised, en: 'See {link}' } }), [
    'disguised.en placeholder_unknown',
  ]);
  assert.deepEqual(codes({ body: { ...words.body, en: 'a { b {link}' } }), ['body.en placeholder_unknown']);
  assert.deepEqual(codes({ subject: { ...words.subject, en: '' } }), ['subject.en required']);
  assert.deepEqual(codes({ short: { ...words.short, en: `${'x'.repeat(700)}{link}` } }), ['short.en too_many_parts']);
  assert.equal(MOST_PARTS, 4);
});

test('parts are counted as networks cut: 160 and 153 letters, 70 and 67 where one is outside GSM 03.38', () => {
  assert.deepEqual(smsSizeOf('a'.repeat(160)), { characters: 160, parts: 1, isUnicode: false });
  assert.equal(smsSizeOf('a'.repeat(161)).parts, 2);
  assert.equal(smsSizeOf('a'.repeat(306)).parts, 2);
  assert.equal(smsSizeOf('a'.repeat(307)).parts, 3);
  assert.deepEqual(smsSizeOf('é€'), { characters: 3, parts: 1, isUnicode: false });
  assert.deepEqual(smsSizeOf('م'.repeat(70)), { characters: 70, parts: 1, isUnicode: true });
  assert.equal(smsSizeOf('م'.repeat(71)).parts, 2);
  assert.equal(smsSizeOf('م'.repeat(135)).parts, 3);
  // ç is not in GSM 03.38, whose capital Ç is: one such letter makes the whole message longer.
  assert.equal(smsSizeOf('reçu').isUnicode, true);
});

test('typographic marks alone do not make a message cost twice as much', () => {
  assert.equal(smsTextOf('L’aide\u00a0: «\u00a0oui\u00a0»…'), 'L\'aide : " oui "...');
  assert.equal(smsTextOf('reçu\u00a0: l’aide'), 'reçu\u00a0: l’aide');
});

test('a value is text: it fills one place once, and brings no placeholder and no tag of its own', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const words = { subject: { en: '{mark}' }, body: { en: 'a {mark} b' }, short: { en: 'x' }, disguised: null };
      const filled = fillWords({ placeholders: { mark: 'mark' } }, words, { locale: 'en', values: { mark: value } });
      assert.equal(filled.body, `a ${value} b`);
      assert.doesNotMatch(filled.subject, /[\r\n]/);
      const page = letterPage({
        subject: filled.subject,
        body: filled.body,
        locale: 'en',
        address: 'https://sabil.example',
      });
      assert.equal(page.match(/<(?!\/?(?:!doctype|html|head|meta|title|body|p|br)\b)/g), null);
    }),
  );
});

test('only an address of ours becomes something to touch', () => {
  const body = 'https://sabil.example/en/follow and https://elsewhere.example/';
  const page = letterPage({ subject: 's', body, locale: 'ar', address: 'https://sabil.example' });
  assert.equal(page.match(/<a /g)?.length, 1);
  assert.match(page, /href="https:\/\/sabil\.example\/en\/follow"/);
});

test('tries come further and further apart, and end', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const waits = Array.from({ length: 16 }, (_, index) => nextTry(index + 1, now)).map((next) =>
    next === null ? null : (next.getTime() - now.getTime()) / 60_000,
  );
  assert.deepEqual(waits.slice(0, 9), [1, 2, 4, 8, 16, 32, 64, 120, 120]);
  assert.equal(waits[15], null);
});
