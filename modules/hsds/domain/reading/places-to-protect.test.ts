import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { protectRuleOf, type PlacesToProtect } from './places-to-protect.ts';

const FILE = new URL('../../../../db/seeds/places-to-protect.json', import.meta.url);
const isToProtect = protectRuleOf(JSON.parse(readFileSync(FILE, 'utf8')) as PlacesToProtect);
const says = (text: string, needs: string[] = []) => isToProtect({ needs, texts: [text] });

test('a place for people in danger is seen by the words of three languages, or by its need', () => {
  for (const text of [
    'Night shelter for women',
    'Two shelters in town',
    "Women's refuge",
    'Support after domestic violence',
    'Hébergement d’urgence pour femmes',
    'FOYERS D’ACCUEIL',
    'Accueil de femmes victimes de violences conjugales',
    'مركز لإيواء النساء',
    'الملجأ البلدي',
    'دعم النساء ضحايا العنف',
    'مَأوى للناجيات',
  ])
    assert.ok(says(text), text);
  assert.ok(says('A house', ['food', 'safety']));
});

test('what only sounds like it is none', () => {
  for (const text of ['Classes for refugees', 'Accueil des réfugiés', 'Sheltered work', 'Food bank', 'بنك الطعام', ''])
    assert.ok(!says(text, ['food', 'housing']), text);
});
