import { boxesOf, meets } from './box.ts';
import { layoutOf, type CountedCut, type PastRelease } from './joint-grid.ts';

/**
 * Of what was told before, what may count somebody whom a cut counts, or whom one counts that does: what was told of other years says
 * nothing of this one, unless something was told of both.
 */
export function relatedTo(incoming: CountedCut, past: readonly PastRelease[]): PastRelease[] {
  const boxOf = boxesOf([incoming, ...past].map(layoutOf));
  const whole = ({ cut }: CountedCut) => boxOf({ cut, dimensions: [] }, []);
  const boxes = new Map(past.map((one) => [one, whole(one)]));
  const related = new Set<PastRelease>();
  const reached = [whole(incoming)];
  for (let box = reached.pop(); box !== undefined; box = reached.pop())
    for (const [one, theirs] of boxes)
      if (!related.has(one) && meets(box, theirs)) {
        related.add(one);
        reached.push(theirs);
      }
  return past.filter((one) => related.has(one));
}
