import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWith } from './search-with.ts';

test('a changed filter keeps the others and goes back to the first page', () => {
  assert.equal(searchWith('?q=bread&page=4', { area: 'north' }), '?q=bread&area=north');
});

test('turning the page keeps every filter', () => {
  assert.equal(searchWith('?need=food&need=shelter', { page: 2 }), '?need=food&need=shelter&page=2');
});

test('a filter taken away leaves a link to the bare page', () => {
  assert.equal(searchWith('?q=bread', { q: null }), '?');
});
