import { LocalText, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Item, Plan } from '../../contract/index.ts';

/** What a node lacks before it can be led and judged. */
function Lack({ item }: { item: Item }) {
  const { t } = usePage();
  if (item.kind === 'initiative' && item.leadName === null)
    return <StatusBadge tone="attention" label={t('plan.item.no_lead')} />;
  if (item.kind === 'goal' && item.targets.length === 0)
    return <StatusBadge tone="waiting" label={t('plan.item.no_target')} />;
  return null;
}

/** The nodes of a plan as they stand under one another, each a way to its own page; what is lacking is said beside it. */
export function WrittenTree({ plan, parentItemId }: { plan: Plan; parentItemId: string | null }) {
  const { href } = usePage();
  const items = plan.items.filter((item) => item.parentItemId === parentItemId);
  if (items.length === 0) return null;
  return (
    <ul className="plan-depth">
      {items.map((item) => {
        const level = plan.levels.find(({ code }) => code === item.levelCode);
        return (
          <li key={item.itemId} id={`i${item.number}`}>
            <span className="plan-number">{item.number}</span>{' '}
            <Link to={href(`/plan/write/${plan.planId}/items/${item.itemId}`)}>
              <LocalText value={item.title} quiet />
            </Link>{' '}
            <small>
              <LocalText value={level?.name ?? null} quiet />
            </small>{' '}
            <Lack item={item} />
            <WrittenTree plan={plan} parentItemId={item.itemId} />
          </li>
        );
      })}
    </ul>
  );
}
