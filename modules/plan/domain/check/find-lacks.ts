import { FrameworkArea, type Finding, type FindingCode, type Item, type Target } from '../../contract/index.ts';
import { isProtective } from '../factors.ts';
import { detailsOf, groupsOf, nodesOf, type CheckedPlan } from './checked-plan.ts';

const DAY_MS = 86_400_000;
/** The law of the framework gives thirty days from adoption to publication. */
const DAYS_TO_PUBLISH = 30;
const lack = (code: FindingCode, path: string, of: Partial<Finding> = {}): Finding => ({
  number: null,
  title: null,
  about: null,
  count: null,
  ...of,
  code,
  path,
});

const isOver = ({ progress }: Item): boolean => progress === 'done' || progress === 'stopped';

function ofItem(checked: CheckedPlan, item: Item, code: FindingCode): Finding {
  const page = `/plan/write/${checked.plan.planId}/items/${item.itemId}`;
  const isDetail = code === 'nobody_named' || code === 'no_risk_factor' || code === 'old_news';
  return lack(code, isDetail ? `${page}/details` : page, { number: item.number, title: item.title });
}

function isNobodyNamed(checked: CheckedPlan, item: Item): boolean {
  if (item.leadOrganisationId === null || isOver(item)) return false;
  return detailsOf(checked, item).ownerAccountId === null && !checked.linked.has(item.itemId);
}

function lacksOfWork(checked: CheckedPlan): Finding[] {
  return nodesOf(checked, 'initiative').flatMap((item) => {
    const codes: FindingCode[] = [];
    if (item.leadOrganisationId === null) codes.push('no_lead');
    if (isNobodyNamed(checked, item)) codes.push('nobody_named');
    if (item.isStale) codes.push('old_news');
    return codes.map((code) => ofItem(checked, item, code));
  });
}

function isUnder(items: readonly Item[], item: Item, aboveId: string): boolean {
  const parentOf = new Map(items.map((one) => [one.itemId as string, one.parentItemId as string | null]));
  for (let at = item.parentItemId as string | null; at !== null; at = parentOf.get(at) ?? null)
    if (at === aboveId) return true;
  return false;
}

function lacksOfAims(checked: CheckedPlan): Finding[] {
  const efforts = nodesOf(checked, 'initiative');
  return nodesOf(checked, 'goal').flatMap((item) => {
    const codes: FindingCode[] = [];
    if (item.targets.length === 0) codes.push('no_target');
    if (!efforts.some((effort) => isUnder(checked.plan.items, effort, item.itemId))) codes.push('no_effort_under');
    return codes.map((code) => ofItem(checked, item, code));
  });
}

function lacksOfDirections(checked: CheckedPlan): Finding[] {
  return nodesOf(checked, 'priority')
    .filter((item) => !detailsOf(checked, item).factors.some((factor) => !isProtective(factor)))
    .map((item) => ofItem(checked, item, 'no_risk_factor'));
}

const isOld = ({ status }: Target): boolean => status === 'no_recent_data' || status === 'no_data';

function lacksOfTargets(checked: CheckedPlan): Finding[] {
  return checked.plan.items.flatMap((item) =>
    item.targets.flatMap((target) => {
      const found: Finding[] = [];
      if (target.baselineState === 'missing') found.push(ofItem(checked, item, 'no_baseline'));
      if (isOld(target))
        found.push({ ...ofItem(checked, item, 'old_figure'), path: `/plan/indicators/${target.indicator.code}` });
      return found;
    }),
  );
}

const daysFrom = (from: string, to: string): number =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS;

/** What the law asks of dates: adopted, published within thirty days of it, and a day of review that has not passed. */
function lacksOfLaw({ plan, today }: CheckedPlan): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, path: string): number => found.push(lack(code, `/plan/write/${plan.planId}${path}`));
  if (plan.adoptedOn === null) add('not_adopted', '');
  else if (daysFrom(plan.adoptedOn, plan.publishedAt ?? today) > DAYS_TO_PUBLISH) add('published_late', '');
  if (plan.reviewOn === null) add('no_review_day', '/edit');
  else if (plan.reviewOn < today) add('review_passed', '/edit');
  return found;
}

function lacksOfSeats({ seats }: CheckedPlan): Finding[] {
  const count = seats.required - seats.filled;
  return count > 0 ? [lack('seats_unfilled', '/work/governance', { count })] : [];
}

/** The groups that the plan says it is for, and that nobody asked. */
function lacksOfAsking(checked: CheckedPlan): Finding[] {
  const asked = new Set(checked.consultations.map(({ population }) => population));
  const path = `/plan/write/${checked.plan.planId}/consultations`;
  return [...groupsOf(checked)]
    .filter((group) => !asked.has(group))
    .map((about) => lack('group_not_asked', path, { about }));
}

/** The groups that the plan says it is for, and for whom nobody sits at any table. */
function lacksOfVoice(checked: CheckedPlan): Finding[] {
  return [...groupsOf(checked)]
    .filter((group) => !checked.represented.has(group))
    .map((about) => lack('group_without_seat', '/work/governance', { about }));
}

export type Effort = { area: FrameworkArea; count: number; share: number | null };

/** How the work lies over the four areas of the framework. */
export function effortsOf(items: readonly Item[]): Effort[] {
  const work = items.filter(({ kind }) => kind === 'initiative');
  return FrameworkArea.options.map((area) => {
    const count = work.filter(({ frameworkAreas }) => frameworkAreas.includes(area)).length;
    return { area, count, share: work.length === 0 ? null : count / work.length };
  });
}

function lacksOfFramework({ plan }: CheckedPlan): Finding[] {
  return effortsOf(plan.items)
    .filter(({ count }) => count === 0)
    .map(({ area: about }) => lack('area_without_effort', `/plan/write/${plan.planId}`, { about }));
}

const RULES = [
  lacksOfLaw,
  lacksOfFramework,
  lacksOfSeats,
  lacksOfAsking,
  lacksOfVoice,
  lacksOfDirections,
  lacksOfAims,
  lacksOfTargets,
  lacksOfWork,
];

/** All that a plan lacks, each with the page on which it is mended: first what concerns the whole. */
export function findLacks(checked: CheckedPlan): Finding[] {
  return RULES.flatMap((rule) => rule(checked));
}
