import assert from 'node:assert/strict';
import test from 'node:test';
import { ANYONE } from '@qantara/kernel';
import { classesOf } from './classes-of.ts';
import { maySee, mayWrite, readerOf, refusalOfWay, type Way } from './ways.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const navigator = readerOf(
  { permissions: new Set(['person:read', 'purpose:referral', 'field:contact', 'field:need']) },
  ['hub', 'me'],
);

function aWay(way: Partial<Way>): Way {
  return {
    circleId: 'hub',
    kind: 'looks_after',
    basisId: 'person',
    recordClass: 'ordinary',
    purpose: null,
    categories: [],
    until: null,
    ...way,
  };
}

const sees = (way: Partial<Way>, category: 'identity' | 'contact' | 'need' | 'note'): boolean =>
  maySee(navigator, [aWay(way)], { category, at: AT });

test('whoever looks after a person sees and writes what their role has', () => {
  assert.ok(sees({}, 'identity') && sees({}, 'contact') && !sees({}, 'note'));
  assert.ok(mayWrite(navigator, [aWay({})], AT));
});

test('another organisation’s way is nobody’s of ours', () => {
  assert.equal(refusalOfWay(navigator, aWay({ circleId: 'clinic' }), AT), 'another_circle');
});

test('a record of a class that the role does not have is not there, even for who looks after it', () => {
  assert.equal(refusalOfWay(navigator, aWay({ recordClass: 'violence' }), AT), 'class_not_held');
  assert.deepEqual(classesOf({ permissions: new Set(['class:violence']) }), ['ordinary', 'violence']);
});

test('what is theirs they see, whatever class it was given', () => {
  const own = readerOf(ANYONE, ['person']);
  const way = aWay({ circleId: 'person', kind: 'own', recordClass: 'violence' });
  assert.ok(maySee(own, [way], { category: 'contact', at: AT }));
});

test('what is shared is read by what it names, for its purpose, until it ends, and never written', () => {
  const shared: Partial<Way> = { kind: 'shared', basisId: 'consent', purpose: 'referral', categories: ['identity'] };
  assert.ok(sees(shared, 'identity') && !sees(shared, 'contact'));
  assert.ok(!mayWrite(navigator, [aWay(shared)], AT));
  assert.equal(refusalOfWay(navigator, aWay({ ...shared, purpose: 'follow_up' }), AT), 'purpose_not_held');
  assert.equal(refusalOfWay(navigator, aWay({ ...shared, until: AT }), AT), 'over');
});
