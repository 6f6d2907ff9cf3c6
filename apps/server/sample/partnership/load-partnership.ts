import type { Actor, InputOf } from '@qantara/kernel';
import {
  Dimension,
  type CooperationKind,
  type IssueState,
  type partnershipRoutes,
} from '@qantara/partnership/contract';
import { readSeed } from '../read-seed.ts';
import type { Told } from '../tell.ts';

const DAY = 24 * 3600_000;

type AssessedSeed = {
  organisationKey: string;
  /** In the order of the dimensions; those at the end that nobody looked at are left out. */
  levels: number[];
  daysAgo: number;
  evidence: string;
  obstacle?: { dimension: Dimension; obstacle: string; step: string; dueInDays: number };
};
type IssueSeed = Omit<InputOf<typeof partnershipRoutes.raiseIssue>, 'organisationIds' | 'raisedOn'> & {
  by: 'planner' | 'foodbank';
  organisationKeys: string[];
  daysAgo: number;
  words: { state: IssueState; daysAgo: number; words: string }[];
};
type CooperationSeed = Omit<
  InputOf<typeof partnershipRoutes.addCooperation>,
  'organisationId' | 'startsOn' | 'lastDay'
> & {
  kind: CooperationKind;
  organisationKey: string;
  startsDaysAgo: number;
  lastsDays: number | null;
};
type Seed = { readiness: AssessedSeed[]; issues: IssueSeed[]; cooperations: CooperationSeed[] };
type Given = { told: Told; now: Date; organisationIds: Map<string, string>; planner: Actor; partner: Actor };

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What keeps a partner out in one dimension, as the form says it; nothing where nothing does. */
function lackOf({ obstacle: lack }: AssessedSeed, dimension: Dimension, now: Date) {
  if (lack?.dimension !== dimension) return { obstacle: null, step: null, stepDueOn: null };
  return { obstacle: lack.obstacle, step: lack.step, stepDueOn: dayOf(before(now, -lack.dueInDays)) };
}

async function assess(given: Given, seed: AssessedSeed): Promise<void> {
  const { told, now, planner, organisationIds } = given;
  const at = before(now, seed.daysAgo);
  for (const [index, level] of seed.levels.entries()) {
    const dimension = Dimension.options[index];
    if (dimension === undefined) continue;
    await told.partnership({ actor: planner, now: at }).assessReadiness({
      organisationId: organisationIds.get(seed.organisationKey) ?? '',
      dimension,
      level,
      evidence: seed.evidence,
      ...lackOf(seed, dimension, now),
      assessedOn: dayOf(at),
    });
  }
}

async function raise(given: Given, { by, organisationKeys, daysAgo, words, ...issue }: IssueSeed): Promise<void> {
  const { told, now, planner, partner, organisationIds } = given;
  const actor = by === 'planner' ? planner : partner;
  const at = before(now, daysAgo);
  const organisationIdsOf = organisationKeys.map((key) => organisationIds.get(key) ?? '');
  const raised = { ...issue, organisationIds: organisationIdsOf, raisedOn: dayOf(at) };
  const { issueId } = await told.partnership({ actor, now: at }).raiseIssue(raised);
  for (const { daysAgo: said, ...word } of words)
    await told.partnership({ actor: planner, now: before(now, said) }).tellIssue({ ...word, issueId });
}

async function cooperate(given: Given, seed: CooperationSeed): Promise<void> {
  const { told, now, planner, organisationIds } = given;
  const { organisationKey, startsDaysAgo, lastsDays, ...cooperation } = seed;
  const at = before(now, Math.max(startsDaysAgo, 0));
  await told.partnership({ actor: planner, now: at }).addCooperation({
    ...cooperation,
    organisationId: organisationIds.get(organisationKey) ?? '',
    startsOn: dayOf(before(now, startsDaysAgo)),
    lastDay: lastsDays === null ? null : dayOf(before(now, startsDaysAgo - lastsDays)),
  });
}

/** How ready partners are, what went wrong between them, and with whom the region works together. */
export async function loadPartnership(given: Given): Promise<void> {
  const { readiness, issues, cooperations } = readSeed<Seed>('sample/partnership.json');
  for (const seed of readiness) await assess(given, seed);
  for (const seed of issues) await raise(given, seed);
  for (const seed of cooperations) await cooperate(given, seed);
}
