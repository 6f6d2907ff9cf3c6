import assert from 'node:assert/strict';
import test from 'node:test';
import { localPath } from './local-path.ts';

test('one goes on to the page that one came from', () => {
  assert.equal(localPath('/ar/work/people?page=2'), '/ar/work/people?page=2');
  assert.equal(localPath('/fr'), '/fr');
});

test('nobody is sent to another website after signing in', () => {
  for (const address of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/ar//evil',
    '/ar/..//x',
    '/de/work',
  ])
    assert.notEqual(new URL(localPath(address) ?? '/ar', 'http://region.test').host, 'evil.example', address);
  for (const address of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])
    assert.equal(localPath(address), null, address);
});
