import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { ServedItem } from '../contract/index.ts';

type ServedItemsProps = { items: ServedItem[]; pathOf: (item: ServedItem) => string };

/** The nodes of plans that a text serves, each with its plan. */
export function ServedItems({ items, pathOf }: ServedItemsProps) {
  const { href } = usePage();
  return (
    <ul>
      {items.map((item) => (
        <li key={item.itemId}>
          <Link to={href(pathOf(item))}>
            <bdi>{item.number}</bdi> <LocalText value={item.title} quiet />
          </Link>{' '}
          <span className="hint">
            <LocalText value={item.planName} quiet />
          </span>
        </li>
      ))}
    </ul>
  );
}
