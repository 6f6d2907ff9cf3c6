import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { chainOf, MOST_DEPTH, refusalOfChain, type Link } from './chain.ts';

const link = (referralId: string, serviceId: string, follows: string | null = null): Link => ({
  referralId,
  serviceId,
  followsReferralId: follows,
  partOfReferralId: null,
});

test('whatever partners try, a chain ends: it comes back to no service, and is no deeper than it may be', () => {
  const aTry = fc.record({ at: fc.nat(30), serviceId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') });
  fc.assert(
    fc.property(fc.array(aTry, { maxLength: 60 }), (tries) => {
      const links: (Link & { depth: number })[] = [{ ...link('0', 'a'), depth: 0 }];
      for (const { at, serviceId } of tries) {
        const from = links[at % links.length];
        assert.ok(from);
        const depth = from.depth + 1;
        if (refusalOfChain(links, { referralId: from.referralId, serviceId, depth }) !== null) continue;
        links.push({ ...link(String(links.length), serviceId, from.referralId), depth });
      }
      for (const { depth } of links) assert.ok(depth <= MOST_DEPTH);
      assert.equal(chainOf(links, '0').length, links.length);
      const last = links.at(-1);
      assert.equal(chainOf(links, last?.referralId ?? '').length, links.length, 'one story, from whichever link');
    }),
  );
});

test('a walk ends even where two name each other', () => {
  assert.equal(chainOf([link('1', 'a', '2'), link('2', 'b', '1')], '1').length, 2);
});
