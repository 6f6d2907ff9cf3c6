import assert from 'node:assert/strict';
import test from 'node:test';
import { findWeakness } from './password-policy.ts';

const OWNER = { email: 'amal.mansour@sabil.example', displayName: 'Amal Mansour أمل' };
const weakness = (password: string) => findWeakness(password, OWNER, 'https://aid.sabil.example');

test('what stands on the lists of stolen passwords is refused, in whatever dress', async () => {
  for (const password of [
    'password12345',
    'P@ssw0rd!P@ssw0rd!',
    'iloveyou123456',
    '1234567890123',
    'motdepasse2026',
    'qwertyuiopas',
  ])
    assert.notEqual(await weakness(password), null, password);
});

test('rows of keys and repetitions are refused', async () => {
  for (const password of ['azertyuiop123', 'aaaaaaaaaaaaaaaa', 'abababababababab', 'abcdefghijklmnop', 'x'.repeat(128)])
    assert.notEqual(await weakness(password), null, password);
});

test('one’s own name and address, and the region’s, are no secret', async () => {
  for (const password of ['amal.mansour2026', 'MansourAmal!!2026', 'sabilsabil2026', 'Âmal-Mansour-99'])
    assert.equal(await weakness(password), 'password_about_you', password);
});

test('words that everybody around here says are no secret either', async () => {
  for (const password of ['bismillah123', 'alhamdulillah1', 'inchallah2026', 'casablanca2026', 'mohamedahmed1'])
    assert.notEqual(await weakness(password), null, password);
});

test('a phrase in any of the three languages is taken, whatever characters it has or has not', async () => {
  for (const password of [
    'quiet herons cross the delta',
    'trois renards sous la pluie',
    'جسر فوق نهر هادئ',
    'bridge over the water',
    'xK9#mQ2$vL5p',
  ])
    assert.equal(await weakness(password), null, password);
});
