import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { MatchCriterion, MatchFit, type MatchReason } from '../contract/index.ts';
import { isFurther, matchCost, orderMatches } from './match-order.ts';

const aReason: fc.Arbitrary<MatchReason> = fc.record({
  criterion: fc.constantFrom(...MatchCriterion.options),
  fit: fc.constantFrom(...MatchFit.options),
  values: fc.constant({}),
});
const someReasons = fc.uniqueArray(aReason, { selector: ({ criterion }) => criterion, maxLength: 12 });

const placeOf = (all: { name: string }[], name: string) => all.findIndex((one) => one.name === name);

test('a fact in favour never lowers a service', () => {
  fc.assert(
    fc.property(someReasons, fc.array(someReasons, { maxLength: 8 }), fc.nat(), (mine, others, which) => {
      const change = mine[which % Math.max(1, mine.length)];
      const better = mine.map((reason) => (reason === change ? { ...reason, fit: 'fits' as const } : reason));
      const field = others.map((reasons, index) => ({ name: `other ${index}`, reasons }));
      const before = orderMatches([{ name: 'mine', reasons: mine }, ...field]);
      const after = orderMatches([{ name: 'mine', reasons: better }, ...field]);
      assert.ok(placeOf(after, 'mine') <= placeOf(before, 'mine'));
      assert.ok(matchCost(better) <= matchCost(mine));
    }),
  );
});

test('a fact that is added and fits costs nothing, whatever it is about', () => {
  fc.assert(
    fc.property(someReasons, fc.constantFrom(...MatchCriterion.options), (reasons, criterion) => {
      const added = [...reasons, { criterion, fit: 'fits' as const, values: {} }];
      assert.equal(matchCost(added), matchCost(reasons));
    }),
  );
});

test('equal services stay as they came, none is lost, and the further ones stand last', () => {
  fc.assert(
    fc.property(fc.array(someReasons, { maxLength: 12 }), (all) => {
      const listed = orderMatches(all.map((reasons, index) => ({ index, reasons })));
      assert.equal(listed.length, all.length);
      listed.slice(1).forEach((one, at) => {
        const before = listed[at];
        if (before === undefined) return;
        assert.ok(Number(isFurther(before.reasons)) <= Number(isFurther(one.reasons)));
        const isEqual =
          isFurther(before.reasons) === isFurther(one.reasons) && matchCost(before.reasons) === matchCost(one.reasons);
        assert.ok(!isEqual || before.index < one.index);
      });
    }),
  );
});

test('what cannot be made up for is not: no sum of comforts lifts a service over one that may take the person', () => {
  const soft = MatchCriterion.options.filter((one) => !['referrals', 'need', 'area', 'age', 'access'].includes(one));
  const worst = soft.map((criterion) => ({ criterion, fit: 'does_not_fit' as const, values: {} }));
  for (const criterion of ['referrals', 'area', 'age', 'access'] as const)
    assert.ok(matchCost(worst) < matchCost([{ criterion, fit: 'does_not_fit', values: {} }]), criterion);
});
