import type { PopulationGroup } from '@qantara/governance/contract';
import type { Consultation, Item, ItemDetails, Plan } from '../../contract/index.ts';
import { bareDetails } from '../sections.ts';

/** All by which a plan is judged. */
export type CheckedPlan = {
  plan: Plan;
  details: ReadonlyMap<string, ItemDetails>;
  /** The nodes whose owner has a link that opens. */
  linked: ReadonlySet<string>;
  seats: { required: number; filled: number };
  /** The groups for whom somebody sits at a table today. */
  represented: ReadonlySet<string>;
  consultations: readonly Pick<Consultation, 'population' | 'heldOn' | 'said'>[];
  today: string;
};

export const detailsOf = ({ details }: CheckedPlan, { itemId }: Item): ItemDetails =>
  details.get(itemId) ?? bareDetails();

export const nodesOf = ({ plan }: CheckedPlan, kind: Item['kind']): Item[] =>
  plan.items.filter((item) => item.kind === kind);

/** The groups that the plan says it is for, in any of its nodes. */
export function groupsOf(checked: CheckedPlan): Set<PopulationGroup> {
  return new Set(checked.plan.items.flatMap((item) => detailsOf(checked, item).populations));
}
