import { listEntryStates } from '@qantara/directory/server';
import { dayAfter, dayIn, refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listWaitingForUs } from '@qantara/referrals/server';
import type { z } from 'zod';
import type { Period, Scorecard } from '../../contract/index.ts';
import { figureOf, lacksOf, nextSteps, tellRows } from '../../domain/index.ts';
import { countReasons } from '../behind/reasons-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { countAnswers, findRegionDays, ofPartner } from './answers-view.ts';
import { findPartnerName } from './partner-view.ts';

type Tables = IndicatorsTables;
type Sheet = z.input<typeof Scorecard>;

const DAYS = 180;
const MOST_WAITING = 20;

/** The reader's own organisation, or any for whoever compares; another's does not exist. */
async function findPartner(
  ctx: Ctx<Tables>,
  asked: string | undefined,
): Promise<{ organisationId: string; name: LocalizedText } | undefined> {
  const { organisationId: own, permissions } = ctx.actor;
  const organisationId = asked ?? own;
  if (organisationId === null || (organisationId !== own && !permissions.has('scorecard:compare'))) return undefined;
  const name = await findPartnerName(ctx.db, organisationId);
  return name === undefined ? undefined : { organisationId, name };
}

/** A share of what people said: hidden where it would tell of a few of them, also to the partner itself. */
function said(numerator: number, denominator: number): Sheet['helped'] {
  const total = figureOf('ratio', { numerator, denominator, value: null });
  return tellRows({ total, rows: [] }).total;
}

async function listWaiting(ctx: Ctx<Tables>, organisationId: string): Promise<Sheet['waiting']> {
  if (ctx.actor.organisationId !== organisationId || !ctx.actor.permissions.has('referral:answer')) return [];
  const found = await listWaitingForUs(ctx, MOST_WAITING);
  return found.map(({ referralId, needName, sentAt, dueAt }) => ({
    referralId,
    needName,
    sentAt,
    isOverdue: dueAt !== null && new Date(dueAt) < ctx.now,
  }));
}

async function listEntries(ctx: Ctx<Tables>, organisationId: string): Promise<Sheet['entries']> {
  const states = await listEntryStates(ctx, organisationId);
  return states.map((state) => ({ serviceId: state.serviceId, name: state.name, lacks: lacksOf(state, ctx.now) }));
}

/** A partner's own sheet over the last half year. Refuses `organisation_not_found`. */
export async function getScorecard(
  ctx: Ctx<Tables>,
  { organisationId: asked }: { organisationId?: string | undefined },
): Promise<Sheet> {
  const { organisationId, name } = (await findPartner(ctx, asked)) ?? refuse('organisation_not_found');
  const today = dayIn(ctx.timeZone, ctx.now);
  const period: Period = { startsOn: dayAfter(today, -DAYS), endsOn: dayAfter(today, 1) };
  const answers = await countAnswers(ctx, { organisationId, period });
  const regionDays = await findRegionDays(ctx, period);
  const only = ofPartner(ctx, organisationId);
  const reasons = await countReasons(ctx, { period, needCode: null, areaIds: null, only }, 'rejected');
  const entries = await listEntries(ctx, organisationId);
  const { days, waiting: waitingCount } = answers;
  const lacks = entries.flatMap((entry) => entry.lacks);
  return {
    organisationId,
    organisationName: name,
    period,
    asked: answers.asked,
    accepted: answers.accepted,
    refused: answers.refused,
    silent: answers.silent,
    days,
    regionDays,
    reasons,
    helped: said(answers.helped, answers.said),
    good: said(answers.good, answers.rated),
    waiting: await listWaiting(ctx, organisationId),
    waitingCount,
    entries: entries.filter((entry) => entry.lacks.length > 0),
    next: nextSteps({ waitingCount, reasons, lacks, days, regionDays }),
  };
}
