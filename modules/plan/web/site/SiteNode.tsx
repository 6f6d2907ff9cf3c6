import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { NodeName, PlanId } from '../../contract/index.ts';

/** A node by its number and words, with the way to its own page. */
export function SiteNode({ node, planId }: { node: NodeName; planId: PlanId }) {
  const { href } = usePage();
  const { number, title } = node;
  return (
    <>
      <bdi className="plan-number" dir="ltr">
        {number}
      </bdi>{' '}
      <Link to={href(`/plans/${planId}/nodes/${encodeURIComponent(number)}`)}>
        <LocalText value={title} quiet />
      </Link>
    </>
  );
}
