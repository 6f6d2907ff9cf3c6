import assert from 'node:assert/strict';
import test from 'node:test';
import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { PlanDocument } from '@qantara/plan/contract';
import { rawOfJson, readDocument } from '@qantara/plan/domain';
import { seeds } from '../read-seed.ts';

function documentOf(json: unknown): PlanDocument {
  const { document, faults, notices } = readDocument(rawOfJson(json));
  assert.deepEqual(faults, []);
  assert.ok(notices.every(({ code }) => code === 'adoption_of_its_own'));
  assert.ok(document !== null);
  return document;
}

const countsOf = ({ levels, nodes }: PlanDocument) =>
  Object.fromEntries(levels.map(({ code }) => [code, nodes.filter(({ level }) => level === code).length]));

function saysAll(words: LocalizedText | null, where: string): void {
  for (const locale of LOCALES) assert.ok((words?.[locale] ?? '') !== '', `${where} ${locale}`);
}

test('the region’s plan has four priorities, eight goals and seventeen initiatives', () => {
  const goals = seeds.plan().priorities.flatMap((priority) => priority.goals);
  const initiatives = goals.flatMap((goal) => goal.initiatives);
  assert.deepEqual([seeds.plan().priorities.length, goals.length, initiatives.length], [4, 8, 17]);
});

test('the health plan has three strategic issues, nine SMART objectives and forty-one strategies', () => {
  const document = documentOf(seeds.healthPlan());
  assert.deepEqual(countsOf(document), { issue: 3, objective: 9, strategy: 41 });
  const known = new Set(seeds.planIndicators().map(({ code }) => code));
  for (const { number } of document.nodes.filter(({ level }) => level === 'objective')) {
    const [aim, ...others] = document.targets.filter(({ node }) => node === number);
    assert.ok(aim !== undefined && others.length === 0, number);
    assert.ok(known.has(aim.indicator.code) && aim.kind === 'relative' && aim.target !== 0, number);
    assert.ok(aim.baseline !== null && aim.baselineStartsOn !== null && aim.dueOn > document.plan.startsOn, number);
  }
  const strategies = document.nodes.filter(({ level }) => level === 'strategy');
  assert.ok(strategies.every(({ dueOn, lead, progress }) => dueOn !== null && lead !== null && progress !== null));
});

test('the nation’s plan has four axes and four support actions, with what is under each', () => {
  const document = documentOf(seeds.nationalPlan());
  assert.deepEqual(countsOf(document), { axis: 4, support: 4, component: 21, action: 57 });
  const under = (number: string) => document.nodes.filter(({ parent }) => parent === number).length;
  assert.deepEqual(['1', '2', '3', '4', 'S1', 'S2', 'S3', 'S4'].map(under), [4, 3, 3, 4, 0, 2, 2, 3]);
});

test('each is whole in Arabic, French and English', () => {
  for (const { plan, levels, nodes } of [seeds.healthPlan(), seeds.nationalPlan()].map(documentOf)) {
    for (const words of [plan.name, plan.vision]) saysAll(words, plan.name.en ?? '');
    for (const { code, name } of levels) saysAll(name, code);
    for (const { number, title, lead } of nodes) {
      saysAll(title, number);
      if (lead !== null) saysAll(lead.name, number);
    }
  }
});
