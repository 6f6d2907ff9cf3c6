import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findPatterns, usualOf, type JudgedOpening, type Surroundings } from './patterns.ts';
import { THRESHOLDS } from './thresholds.ts';

const TUESDAY_NOON = Date.parse('2026-11-17T11:00:00Z');
const MINUTE = 60_000;

const calm: Surroundings = {
  timeZone: 'Africa/Tunis',
  accountNames: new Map([
    ['a', ['slm', 'hdd']],
    ['b', ['ysf', 'srf']],
  ]),
  personNames: new Map([
    ['stranger', ['ml', 'mnsr']],
    ['cousin', ['krm', 'hdd']],
    ['colleague', ['srf', 'ysf']],
  ]),
  relations: new Map(['stranger', 'cousin', 'colleague'].map((one) => [`${one} org`, [new Date(TUESDAY_NOON)]])),
  usual: new Map(),
};

function opening(
  personId: string,
  given: Partial<JudgedOpening> & { minute?: number; rule?: string } = {},
): JudgedOpening {
  const { minute = 0, rule = 'looks_after', ...rest } = given;
  return {
    openingId: crypto.randomUUID(),
    at: new Date(TUESDAY_NOON + minute * MINUTE),
    kind: 'record',
    accountId: 'a',
    organisationId: 'org',
    people: [{ personId, rule }],
    ...rest,
  };
}

const patternsOf = (openings: JudgedOpening[], around: Surroundings = calm): string[] =>
  findPatterns(openings, around).map(({ pattern }) => pattern);

test('a record of somebody whom the organisation helps, opened in working hours, is nothing to look at', () => {
  assert.deepEqual(patternsOf([opening('stranger')]), []);
});

test('a record of one’s own family name, and one of somebody who works here, are worth a look', () => {
  assert.deepEqual(patternsOf([opening('cousin')]), ['same_name']);
  assert.deepEqual(patternsOf([opening('cousin', { accountId: 'b' })]), []);
  assert.deepEqual(patternsOf([opening('colleague')]), ['own_record']);
  assert.deepEqual(patternsOf([opening('colleague', { accountId: 'b' })]), ['own_record']);
});

test('a record of somebody with whom the organisation has nothing to do is worth a look, but not under a consent', () => {
  const alone = { ...calm, relations: new Map<string, Date[]>() };
  assert.deepEqual(patternsOf([opening('stranger')], alone), ['no_relation']);
  assert.deepEqual(patternsOf([opening('stranger', { rule: 'shared' })], alone), []);
  const old = new Date(TUESDAY_NOON - (THRESHOLDS.relationDays + 1) * 86_400_000);
  const past = { ...calm, relations: new Map([['stranger org', [old]]]) };
  assert.deepEqual(patternsOf([opening('stranger')], past), ['no_relation']);
});

test('three openings at night or on a day of rest are worth a look, two are not', () => {
  const night = (count: number) =>
    Array.from({ length: count }, (_, index) => opening('stranger', { minute: 720 + index }));
  const sunday = Array.from({ length: 3 }, (_, index) => opening('stranger', { minute: 5 * 1440 + index }));
  assert.deepEqual(patternsOf(night(2)), []);
  assert.deepEqual(patternsOf(night(3)), ['after_hours']);
  assert.deepEqual(patternsOf(sunday), ['after_hours']);
});

test('many openings in an hour are worth a look, where they are many for this account', () => {
  const many = Array.from({ length: 36 }, (_, index) => opening('stranger', { minute: index }));
  assert.deepEqual(patternsOf(many), ['many_openings']);
  assert.deepEqual(patternsOf(many, { ...calm, usual: new Map([['a', 20]]) }), []);
  assert.deepEqual(patternsOf(many.filter((_, index) => index % 3 === 0)), []);
});

test('searches that lead to no record are worth a look; those that do, or that found nobody, are not', () => {
  const search = (minute: number, people = [{ personId: 'stranger', rule: 'looks_after' }]) =>
    opening('stranger', { kind: 'search', minute, people });
  const idle = Array.from({ length: 10 }, (_, index) => search(index * 40));
  assert.deepEqual(patternsOf(idle), ['searches_without_opening']);
  assert.deepEqual(patternsOf([...idle, opening('stranger', { minute: 5 })]), []);
  assert.deepEqual(patternsOf(Array.from({ length: 12 }, (_, index) => search(index * 30, []))), []);
});

test('what is usual is the middle of the hours', () => {
  assert.equal(usualOf([]), 0);
  assert.equal(usualOf([9, 1, 2]), 2);
});

const anOpening: fc.Arbitrary<JudgedOpening> = fc.record({
  openingId: fc.uuid(),
  at: fc.integer({ min: 0, max: 7 * 1440 }).map((minute) => new Date(TUESDAY_NOON + minute * MINUTE)),
  kind: fc.constantFrom('record', 'search', 'referral'),
  accountId: fc.constantFrom('a', 'b', 'c'),
  organisationId: fc.constantFrom('org', 'other', null),
  people: fc.array(
    fc.record({
      personId: fc.constantFrom('stranger', 'cousin', 'colleague', 'unknown'),
      rule: fc.constantFrom('looks_after', 'intake', 'shared', 'none'),
    }),
    { maxLength: 3 },
  ),
});
const openings = fc.array(anOpening, { maxLength: 60 });
const asText = (found: object[]): string[] => found.map((one) => JSON.stringify(one)).toSorted();

test('every finding passed its threshold, names an account that opened, and a day on which it did', () => {
  fc.assert(
    fc.property(openings, (all) => {
      for (const one of findPatterns(all, calm)) {
        assert.ok(one.measured >= one.threshold && one.openings > 0);
        assert.ok(one.firstAt.getTime() <= one.lastAt.getTime());
        const own = all.filter(({ accountId }) => accountId === one.accountId);
        assert.ok(own.some(({ at }) => at.getTime() === one.firstAt.getTime()));
        if (one.personId !== null)
          assert.ok(own.some(({ people }) => people.some(({ personId }) => personId === one.personId)));
      }
    }),
  );
});

test('the order in which openings are read changes nothing', () => {
  fc.assert(
    fc.property(openings, (all) => {
      const backwards = findPatterns(all.toReversed(), calm).map(({ organisationId: _one, ...found }) => found);
      const forwards = findPatterns(all, calm).map(({ organisationId: _one, ...found }) => found);
      assert.deepEqual(asText(backwards), asText(forwards));
    }),
  );
});

test('what others do changes nothing about what one account is asked', () => {
  fc.assert(
    fc.property(openings, openings, (all, more) => {
      const own = (found: ReturnType<typeof findPatterns>) =>
        asText(found.filter(({ accountId }) => accountId === 'a'));
      const others = more.filter(({ accountId }) => accountId !== 'a');
      assert.deepEqual(own(findPatterns([...all, ...others], calm)), own(findPatterns(all, calm)));
    }),
  );
});

test('a pattern is told once for an account, a person and a day', () => {
  fc.assert(
    fc.property(openings, (all) => {
      const keys = findPatterns(all, calm).map((one) => [one.pattern, one.accountId, one.personId, one.day].join(' '));
      assert.equal(new Set(keys).size, keys.length);
    }),
  );
});
