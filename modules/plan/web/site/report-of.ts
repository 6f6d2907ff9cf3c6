import type { Item, Progress, Target } from '../../contract/index.ts';

/** A part of the report: a priority with all that is under it; work that stands under none comes last, without one. */
export type Chapter = { top: Item | null; aims: Item[]; works: Item[] };
export type WorkGroup = { progress: Progress | null; works: Item[] };
export type LeadCount = { lead: Item; works: Item[] };

const IN_ORDER: readonly (Progress | null)[] = ['done', 'under_way', 'delayed', 'planned', 'stopped', null];
const isWork = ({ kind }: Item): boolean => kind === 'initiative';

function withBelow(items: Item[], top: Item): Item[] {
  return [
    top,
    ...items.filter(({ parentItemId }) => parentItemId === top.itemId).flatMap((one) => withBelow(items, one)),
  ];
}

function chapterOf(top: Item | null, all: Item[]): Chapter {
  return { top, aims: all.filter((one) => one.kind === 'goal' || one.targets.length > 0), works: all.filter(isWork) };
}

/** The parts of the report in the order of the plan. */
export function chaptersOf(items: Item[]): Chapter[] {
  const tops = items.filter(({ parentItemId }) => parentItemId === null);
  const loose = tops.filter(isWork).flatMap((one) => withBelow(items, one));
  const chapters = tops.filter((one) => !isWork(one)).map((top) => chapterOf(top, withBelow(items, top)));
  return loose.length === 0 ? chapters : [...chapters, chapterOf(null, loose)];
}

/** Work by how it goes, as its leads said; what nobody has told of comes last. */
export function groupsOf(works: Item[]): WorkGroup[] {
  return IN_ORDER.map((progress) => ({ progress, works: works.filter((one) => one.progress === progress) })).filter(
    (group) => group.works.length > 0,
  );
}

/** Who leads how much of the work, most first; work without a lead last. */
export function leadsOf(items: Item[]): LeadCount[] {
  const byLead = [...Map.groupBy(items.filter(isWork), ({ leadOrganisationId }) => leadOrganisationId).values()];
  const counts = byLead.flatMap((works) => works.slice(0, 1).map((lead) => ({ lead, works })));
  const rank = ({ lead, works }: LeadCount): number => (lead.leadOrganisationId === null ? 0 : works.length);
  return counts.toSorted((one, other) => rank(other) - rank(one));
}

/** Whether the figure that stands beside a target is of this year. */
export function isOfYear({ current }: Target, year: number): boolean {
  return current.period.startsOn.startsWith(`${year}-`);
}

/** The years that a plan can be told of by now: from its first to this one, or to its last. */
export function yearsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string): number[] {
  const [first, last, now] = [startsOn, endsOn, today].map((day) => Number(day.slice(0, 4)));
  const [from, to] = [first ?? 0, Math.min(last ?? 0, now ?? 0)];
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

/** The year that is asked for, where the plan can be told of it; otherwise the newest. */
export function yearAsked(years: number[], asked: string | null): number {
  return years.find((year) => String(year) === asked) ?? years.at(-1) ?? 0;
}
