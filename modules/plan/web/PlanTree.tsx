import { LocalText, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Item, MeasureYears, Plan, PlanId, Service } from '../contract/index.ts';
import { InitiativeItem } from './InitiativeItem.tsx';
import { NodeTitle } from './NodeTitle.tsx';
import { RolledUp } from './RolledUp.tsx';
import { ServedBy } from './ServedBy.tsx';
import { TargetCard } from './TargetCard.tsx';

type PlanTreeProps = {
  plan: Pick<Plan, 'levels' | 'served'>;
  items: Item[];
  today: string;
  /** The address of a plan that serves this one. */
  pathOf: (planId: PlanId) => string;
  /** The address of a node of its own, where it has one. */
  nodePathOf?: ((number: string) => string) | undefined;
  /** The years of what is measured, for a sentence beside each target. */
  years?: readonly MeasureYears[] | undefined;
  /** What stands under each initiative, for those who may change it. */
  afterInitiative?: (item: Item) => ReactNode;
};

const servicesOf = ({ served }: { served: Service[] }, { itemId }: Item): Service[] =>
  served.filter(({ servesItemId }) => servesItemId === itemId);

function Heading({ item, nodePathOf }: Pick<PlanTreeProps, 'nodePathOf'> & { item: Item }) {
  const Level = item.parentItemId === null ? 'h2' : 'h3';
  return (
    <Level>
      <span className="plan-number">{item.number}</span> <NodeTitle item={item} nodePathOf={nodePathOf} />
    </Level>
  );
}

function Targets({ item, today, years }: Pick<PlanTreeProps, 'today' | 'years'> & { item: Item }) {
  const { t } = usePage();
  if (item.targets.length === 0) return null;
  return (
    <div>
      <h4>{t('plan.tree.targets')}</h4>
      {item.targets.map((target) => (
        <TargetCard key={target.targetId} target={target} today={today} years={years} />
      ))}
    </div>
  );
}

/** Work under something, by the plan's own words for it; work may be under work. */
function Initiatives({ above, ...tree }: PlanTreeProps & { above: string | null }) {
  const initiatives = tree.items.filter((item) => item.parentItemId === above && item.kind === 'initiative');
  const level = tree.plan.levels.find(({ code }) => code === initiatives[0]?.levelCode);
  if (initiatives.length === 0) return null;
  return (
    <div>
      <h4>
        <LocalText value={level?.name ?? null} />
      </h4>
      <ul className="plan-list">
        {initiatives.map((initiative) => (
          <InitiativeItem key={initiative.itemId} item={initiative} nodePathOf={tree.nodePathOf}>
            <Targets item={initiative} today={tree.today} years={tree.years} />
            <ServedBy services={servicesOf(tree.plan, initiative)} pathOf={tree.pathOf} />
            {tree.afterInitiative?.(initiative)}
            <Initiatives {...tree} above={initiative.itemId} />
          </InitiativeItem>
        ))}
      </ul>
    </div>
  );
}

function Branch({ item, ...tree }: PlanTreeProps & { item: Item }) {
  return (
    <section className={`plan-${item.kind}`} id={`i${item.number}`}>
      <Heading item={item} nodePathOf={tree.nodePathOf} />
      {item.description === null ? null : <LocalText value={item.description} />}
      <RolledUp item={item} />
      <ServedBy services={servicesOf(tree.plan, item)} pathOf={tree.pathOf} />
      <Targets item={item} today={tree.today} years={tree.years} />
      <Initiatives {...tree} above={item.itemId} />
      {tree.items
        .filter(({ parentItemId, kind }) => parentItemId === item.itemId && kind !== 'initiative')
        .map((branch) => (
          <Branch key={branch.itemId} item={branch} {...tree} />
        ))}
    </section>
  );
}

/** A plan from its top down, at any depth. */
export function PlanTree(tree: PlanTreeProps) {
  return (
    <>
      {tree.items
        .filter(({ parentItemId, kind }) => parentItemId === null && kind !== 'initiative')
        .map((item) => (
          <Branch key={item.itemId} item={item} {...tree} />
        ))}
      <Initiatives {...tree} above={null} />
    </>
  );
}
