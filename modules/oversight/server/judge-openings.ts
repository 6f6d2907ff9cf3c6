import { dayAfter, newId } from '@qantara/kernel';
import { listAccountCards } from '@qantara/identity/server';
import { nameTokens } from '@qantara/people/domain';
import { listNameSkeletons } from '@qantara/people/server';
import {
  listHourlyOpenings,
  listOpenings,
  listRelations,
  type AnyCtx,
  type Ctx,
  type Opening,
} from '@qantara/platform';
import {
  findPatterns,
  localMoment,
  startOfDay,
  THRESHOLDS,
  usualOf,
  type JudgedOpening,
  type Surroundings,
} from '../domain/index.ts';
import { insertFindings } from './finding-store.ts';
import type { OversightTables } from './tables.gen.ts';

type Span = { from: Date; until: Date };

/** A server that was off for two nights misses none: what was found before is not found again. */
const NIGHTS_LOOKED_BACK = 3;
const USUAL_DAYS = 28;
const DAY_MS = 86_400_000;
const AT_ONCE = 5000;

async function listAll(ctx: AnyCtx, span: Span): Promise<Opening[]> {
  const all: Opening[] = [];
  for (;;) {
    const some = await listOpenings(ctx, span, { limit: AT_ONCE, offset: all.length });
    all.push(...some);
    if (some.length < AT_ONCE) return all;
  }
}

const isByAccount = (opening: Opening): opening is Opening & { accountId: string } => opening.accountId !== null;

function toJudged({
  openingId,
  at,
  kind,
  accountId,
  organisationId,
  people,
}: Opening & { accountId: string }): JudgedOpening {
  return { openingId, at, kind, accountId, organisationId, people };
}

async function relationsOf(ctx: AnyCtx, personIds: string[], { from, until }: Span): Promise<Map<string, Date[]>> {
  const since = new Date(from.getTime() - THRESHOLDS.relationDays * DAY_MS);
  const relations = await listRelations(ctx, { personIds, from: since, until });
  return new Map(relations.map(({ personId, organisationId, at }) => [`${personId} ${organisationId}`, [at]]));
}

async function usualByAccount(ctx: AnyCtx, { from }: Span): Promise<Map<string, number>> {
  const hours = await listHourlyOpenings(ctx, { from: new Date(from.getTime() - USUAL_DAYS * DAY_MS), until: from });
  const counts = new Map<string, number[]>();
  for (const { accountId, openings } of hours) counts.set(accountId, [...(counts.get(accountId) ?? []), openings]);
  return new Map([...counts].map(([accountId, perHour]) => [accountId, usualOf(perHour)]));
}

async function surroundingsOf(ctx: AnyCtx, openings: JudgedOpening[], span: Span): Promise<Surroundings> {
  const personIds = [...new Set(openings.flatMap(({ people }) => people.map(({ personId }) => personId)))];
  const accounts = await listAccountCards(ctx);
  return {
    timeZone: ctx.timeZone,
    accountNames: new Map(accounts.map(({ accountId, displayName }) => [accountId, nameTokens(displayName)])),
    personNames: await listNameSkeletons(ctx, personIds),
    relations: await relationsOf(ctx, personIds, { from: span.from, until: ctx.now }),
    usual: await usualByAccount(ctx, span),
  };
}

/** Looks at the openings of the last whole days for what is worth a look, and puts it into the queue of the privacy officer. */
export async function judgeOpenings(ctx: Ctx<OversightTables>): Promise<void> {
  const today = localMoment(ctx.now, ctx.timeZone).day;
  const span = {
    from: startOfDay(dayAfter(today, -NIGHTS_LOOKED_BACK), ctx.timeZone),
    until: startOfDay(today, ctx.timeZone),
  };
  const openings = (await listAll(ctx, span)).filter(isByAccount).map(toJudged);
  const found = findPatterns(openings, await surroundingsOf(ctx, openings, span));
  const added = await insertFindings(ctx, found);
  if (added > 0) ctx.emit({ type: 'patterns.found', subject: newId(ctx.now.getTime()), data: { findings: added } });
}
