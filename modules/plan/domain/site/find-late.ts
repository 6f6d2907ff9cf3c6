import { monthsOf } from '@qantara/indicators/domain';
import { dayAfter } from '@qantara/kernel';
import { LateKind, type Item, type LateThing, type Milestone, type Plan, type Target } from '../../contract/index.ts';
import { newsAsOf, newsDueOn } from '../news-due.ts';
import { keptUpUntil } from './days-behind.ts';
import { isOver } from './is-late.ts';
import { nodeNameOf } from './node-name.ts';

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 365.25 / 12;

type Dates = Pick<Plan, 'startsOn' | 'reportEveryMonths'>;
type Looked = { plan: Dates; today: string; timeZone: string; milestones: ReadonlyMap<string, readonly Milestone[]> };
/** What is late of a node, before the node is named beside it. */
type Found = Pick<LateThing, 'kind' | 'since'> & Partial<Pick<LateThing, 'what' | 'status'>>;

const daysFrom = (day: string, today: string): number => Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);

/** Its day has passed; or it has not, and its lead says that it is late. */
function lateByItsDay(item: Item, { plan, today, timeZone }: Looked): Found[] {
  const { dueOn, progress, reportedAt } = item;
  if (dueOn !== null && dueOn < today) return [{ kind: 'past_due', since: dueOn }];
  const since = reportedAt === null ? null : newsAsOf(item, { ...plan, timeZone });
  return progress === 'delayed' ? [{ kind: 'said_late', since }] : [];
}

function leftAlone({ leadOrganisationId, startsOn }: Item, { plan, today }: Looked): Found[] {
  if (leadOrganisationId !== null) return [];
  const began = startsOn ?? plan.startsOn;
  return [{ kind: 'nobody_leads', since: began <= today ? began : null }];
}

function withoutNews(item: Item, { plan, timeZone }: Looked): Found[] {
  if (!item.isStale) return [];
  const asOf = newsAsOf(item, { ...plan, timeZone });
  return [{ kind: 'no_news', since: newsDueOn({ ...item, asOf, everyMonths: plan.reportEveryMonths }) }];
}

/** Work that is not over: its day, its lead's own word, who leads it, and how old the last news is. */
function lateOfWork(item: Item, looked: Looked): Found[] {
  if (item.kind !== 'initiative' || isOver(item)) return [];
  return [...lateByItsDay(item, looked), ...leftAlone(item, looked), ...withoutNews(item, looked)];
}

/** The day by which a new figure should have come. */
function figureDueOn({ current, indicator }: Target): string | null {
  const months = monthsOf(indicator.frequency);
  if (current.asOf === null) return null;
  return dayAfter(current.asOf.slice(0, 10), Math.round(months * DAYS_OF_MONTH));
}

function lateOfTarget(target: Target, { plan, today }: Looked): Found[] {
  const { status, dueOn, indicator, current } = target;
  const said = { what: indicator.name, status };
  if (dueOn < today && status !== 'achieved') return [{ kind: 'target_missed', since: dueOn, ...said }];
  if (status === 'no_recent_data') return [{ kind: 'figure_old', since: figureDueOn(target), ...said }];
  if (status !== 'off_track' && status !== 'at_risk') return [];
  const tolerance = target.targetKind === 'maintain' ? (target.tolerance ?? 0) : null;
  const aim = { ...target, current: current.total.value, better: indicator.better, tolerance, today };
  return [{ kind: 'target_behind', since: keptUpUntil({ ...aim, startsOn: plan.startsOn }), ...said }];
}

function lateMilestones(item: Item, { milestones, today }: Looked): Found[] {
  if (isOver(item)) return [];
  return (milestones.get(item.itemId) ?? [])
    .filter(({ dueOn, doneOn }) => doneOn === null && dueOn < today)
    .map(({ dueOn, words }) => ({ kind: 'milestone_passed', since: dueOn, what: words }));
}

/** The gravest kind first; within it a target that is far from its way before one that may miss it, then what is late the longest. */
function byGravity(one: LateThing, other: LateThing): number {
  const rank = ({ kind }: LateThing) => LateKind.options.indexOf(kind);
  const far = ({ status }: LateThing) => (status === 'off_track' ? 0 : 1);
  const longest = ({ days }: LateThing) => days ?? Number.MAX_SAFE_INTEGER;
  return rank(one) - rank(other) || far(one) - far(other) || longest(other) - longest(one);
}

/**
 * What of a plan is late, too old to judge by, or in nobody's hands, each with the rule by which it is said to be: of what the
 * reader of the plan sees, and of nothing else. A node may be late in several ways.
 */
export function findLate(items: readonly Item[], looked: Looked): LateThing[] {
  return items
    .flatMap((item) =>
      [
        ...lateOfWork(item, looked),
        ...lateMilestones(item, looked),
        ...item.targets.flatMap((target) => lateOfTarget(target, looked)),
      ].map((found) => ({
        what: null,
        status: null,
        ...found,
        node: nodeNameOf(item),
        leadName: item.leadName,
        days: found.since === null ? null : daysFrom(found.since, looked.today),
      })),
    )
    .toSorted(byGravity);
}
