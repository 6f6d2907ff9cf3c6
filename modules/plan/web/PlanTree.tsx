import { LocalText, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Item } from '../contract/index.ts';
import { InitiativeItem } from './InitiativeItem.tsx';
import { TargetCard } from './TargetCard.tsx';

type PlanTreeProps = {
  items: Item[];
  today: string;
  /** What stands under each initiative, for those who may change it. */
  afterInitiative?: (item: Item) => ReactNode;
};

function Heading({ item }: { item: Item }) {
  const Level = item.kind === 'priority' ? 'h2' : 'h3';
  return (
    <Level>
      <span className="plan-number">{item.number}</span> <LocalText value={item.title} />
    </Level>
  );
}

function Branch({ item, ...tree }: PlanTreeProps & { item: Item }) {
  const { t } = usePage();
  const under = tree.items.filter(({ parentItemId }) => parentItemId === item.itemId);
  const initiatives = under.filter(({ kind }) => kind === 'initiative');
  return (
    <section className={`plan-${item.kind}`} id={`i${item.number}`}>
      <Heading item={item} />
      {item.description === null ? null : <LocalText value={item.description} />}
      {item.targets.length === 0 ? null : (
        <div>
          <h4>{t('plan.tree.targets')}</h4>
          {item.targets.map((target) => (
            <TargetCard key={target.targetId} target={target} today={tree.today} />
          ))}
        </div>
      )}
      {initiatives.length === 0 ? null : (
        <div>
          <h4>{t('plan.tree.initiatives')}</h4>
          <ul className="plan-list">
            {initiatives.map((initiative) => (
              <InitiativeItem key={initiative.itemId} item={initiative}>
                {tree.afterInitiative?.(initiative)}
              </InitiativeItem>
            ))}
          </ul>
        </div>
      )}
      {under
        .filter(({ kind }) => kind !== 'initiative')
        .map((branch) => (
          <Branch key={branch.itemId} item={branch} {...tree} />
        ))}
    </section>
  );
}

/** A plan from its priorities down, at any depth. */
export function PlanTree(tree: PlanTreeProps) {
  return tree.items
    .filter(({ parentItemId }) => parentItemId === null)
    .map((item) => <Branch key={item.itemId} item={item} {...tree} />);
}
