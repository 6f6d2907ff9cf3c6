import { refuse } from '@qantara/kernel';
import { listOpenings, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Decision, Finding, FindingState, OpenFinding } from '../contract/index.ts';
import { checkDecision, mayDecide } from '../domain/index.ts';
import { findFinding, listFindingRows, saveDecision, toFinding } from './finding-store.ts';
import { listNames, withNames } from './name-view.ts';
import type { OversightTables } from './tables.gen.ts';

type FindingCtx = Ctx<OversightTables>;

const MOST_SHOWN = 100;

async function getRow(ctx: FindingCtx, findingId: string) {
  return (await findFinding(ctx, findingId)) ?? refuse('finding_not_found');
}

/** One page of the queue. */
export async function listFindings(ctx: FindingCtx, asked: { state: FindingState; page: number; perPage: number }) {
  const { rows, total } = await listFindingRows(ctx, asked);
  const names = await listNames(
    ctx,
    rows.map((row) => row.organisation_id),
  );
  const { page, perPage } = asked;
  return { items: rows.map((row) => toFinding(row, names)), page, perPage, total, hasMore: page * perPage < total };
}

/** A finding with the openings behind it. Refuses `finding_not_found`. */
export async function getFinding(ctx: FindingCtx, { findingId }: { findingId: string }): Promise<OpenFinding> {
  const row = await getRow(ctx, findingId);
  const finding = toFinding(row, await listNames(ctx, [row.organisation_id]));
  const filter = {
    accountId: finding.accountId,
    personIds: finding.personId === null ? undefined : [finding.personId],
    from: row.first_at,
    until: new Date(row.last_at.getTime() + 1),
  };
  const openings = await listOpenings(ctx, filter, { limit: MOST_SHOWN, offset: 0 });
  ctx.noteAccess({ personId: filter.personIds ?? [], kind: 'log', subjectId: findingId, rule: 'oversight' });
  return {
    finding,
    openings: await withNames(ctx, openings),
    mayDecide: finding.state === 'open' && mayDecide(ctx.actor.accountId, finding),
  };
}

/**
 * Decides on a finding, with a note. Refuses `finding_own` to the account that it is about, `decision_note_needed`, and `finding_changed`
 * where a colleague was first.
 */
export async function decideFinding(ctx: FindingCtx, given: z.output<typeof Decision>): Promise<Finding> {
  const { findingId, version, decision, note } = given;
  const row = await getRow(ctx, findingId);
  if (!mayDecide(ctx.actor.accountId, { accountId: row.account_id })) refuse('finding_own');
  checkDecision(decision, note);
  const decidedBy = ctx.actor.accountId ?? refuse('finding_own');
  const isOpen = row.state === 'open';
  if (!isOpen || !(await saveDecision(ctx, { findingId, version, state: decision, note, decidedBy })))
    return refuse('finding_changed');
  ctx.emit({
    type: 'finding.decided',
    subject: findingId,
    data: { decision, pattern: row.pattern, account: row.account_id },
    after: { note },
  });
  return toFinding(await getRow(ctx, findingId), await listNames(ctx, [row.organisation_id]));
}
