import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, askedIn, chosenIn, widened } from './asked-search.ts';

const asked = (text: string) => askedIn(new URLSearchParams(text));

test('a form that was sent with empty fields has the address of what was asked', () => {
  assert.equal(
    addressOf(asked('words=food&areaId=&openAt=&openTime=&postcode=&radius=5&free=true')),
    '?words=food&free=true',
  );
});

test('what cannot be read is left out, and so is what belongs to it', () => {
  assert.deepEqual(asked('words= food &age=abc&openAt=2026-02-31&openTime=10:00&latitude=36&page=0'), {
    words: 'food',
  });
  assert.deepEqual(asked('postcode=1000&radius=2'), { postcode: '1000', radius: '2' });
});

test('a filter is taken off with all that belongs to it, and the pages begin anew', () => {
  const search = asked('words=food&latitude=36.8&longitude=10.2&radius=2&openAt=MO&openTime=09:30&page=3');
  assert.deepEqual(chosenIn(search), ['words', 'near', 'openAt']);
  assert.equal(addressOf(search, ['near']), '?words=food&openAt=MO&openTime=09%3A30');
  assert.equal(addressOf(search, ['openAt']), '?words=food&latitude=36.8&longitude=10.2&radius=2');
});

test('a wider search says what it leaves out, or the one thing that it keeps', () => {
  const search = asked('words=food&needCode=food&free=true');
  assert.deepEqual(widened(search, { without: ['words'], total: 1 }), { kind: 'without', filter: 'words' });
  assert.deepEqual(widened(search, { without: ['words', 'free'], total: 1 }), { kind: 'only', filter: 'needCode' });
});
