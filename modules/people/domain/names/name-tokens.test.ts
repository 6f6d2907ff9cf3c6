import assert from 'node:assert/strict';
import test from 'node:test';
import { nameTokens } from './name-tokens.ts';

const SAME = [
  ['محمد', 'Mohamed', 'Muhammad', 'Mohammed', 'MOHAMMED'],
  ['فاطمة', 'Fatima', 'Fatma', 'fatimah', 'فاطمه'],
  ['يوسف', 'Youssef', 'Yusuf', 'Yousef'],
  ['خديجة', 'Khadija', 'Khadidja', 'Khadīja'],
  ['الشريف', 'Cherif', 'Sharif', 'Chérif'],
];

for (const spellings of SAME)
  test(`${spellings[1]} is found in every spelling and script`, () => {
    for (const spelling of spellings) assert.deepEqual(nameTokens(spelling), nameTokens(spellings[0] ?? ''), spelling);
  });

test('two different names stay two', () => {
  assert.notDeepEqual(nameTokens('Karim'), nameTokens('Samir'));
  assert.notDeepEqual(nameTokens('نادية'), nameTokens('سعاد'));
});

test('the order of the words and a particle between them do not matter to each word', () => {
  assert.deepEqual(new Set(nameTokens('Ben Ali Samira')), new Set(nameTokens('سميرة بن علي')));
});
