import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Item } from '../contract/index.ts';

type NodeTitleProps = { item: Item; nodePathOf?: ((number: string) => string) | undefined };

/** What a node is called; where it has a page of its own, the way to it. */
export function NodeTitle({ item, nodePathOf }: NodeTitleProps) {
  const { href } = usePage();
  if (nodePathOf === undefined) return <LocalText value={item.title} />;
  return (
    <Link to={href(nodePathOf(encodeURIComponent(item.number)))}>
      <LocalText value={item.title} quiet />
    </Link>
  );
}
