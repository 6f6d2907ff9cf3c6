import { newId, refuse } from '@qantara/kernel';
import { answerAssent, askAssent, listAssents, useAssent, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AssentId, LegalHold, Retention, Word } from '../contract/index.ts';
import { RETENTION_RULES } from '../domain/index.ts';
import { accountNameOf, listNames } from './name-view.ts';
import { BEGIN, hasBegun } from './retain.ts';
import { insertHold, listHeldPeople, listHolds, listRuns, saveLifted } from './retention-store.ts';
import type { OversightTables } from './tables.gen.ts';

type RetentionCtx = Ctx<OversightTables>;

const RUNS_SHOWN = 10;
const DONE = { done: true as const };

/** The rules, the latest runs, the holds, and whether it has begun. */
export async function getRetention(ctx: RetentionCtx): Promise<Retention> {
  const names = await listNames(ctx, []);
  const [latest] = await listAssents(ctx, BEGIN, { limit: 1 });
  return {
    rules: [...RETENTION_RULES],
    runs: await listRuns(ctx, RUNS_SHOWN),
    holds: await listHolds(ctx, names),
    hasBegun: await hasBegun(ctx),
    asked:
      latest === undefined
        ? null
        : {
            assentId: latest.assentId,
            state: latest.state,
            askedBy: accountNameOf(names, latest.askedBy),
            isOwn: latest.askedBy === ctx.actor.accountId,
          },
  };
}

/** Asks what would go if it ran now. The answer comes as a run, in a moment: it counts what the asker may not read. */
export async function tryRetention(ctx: RetentionCtx) {
  ctx.emit({ type: 'retention.trial_asked', subject: newId(ctx.now.getTime()) });
  return DONE;
}

/** Asks a second person that records end by the clock. Refuses `retention_begun`. */
export async function askRetention(ctx: RetentionCtx, { reason }: { reason: string }) {
  if (await hasBegun(ctx)) refuse('retention_begun');
  return { assentId: (await askAssent(ctx, { kind: BEGIN, about: {}, reason })) as AssentId };
}

/** The second person's word. */
export async function answerRetention(ctx: RetentionCtx, { assentId, agrees, note }: z.output<typeof Word>) {
  await answerAssent(ctx, { assentId, kind: BEGIN, agrees, note: note === '' ? null : note });
  return DONE;
}

/** Begins: now, and every night from now on. */
export async function beginRetention(ctx: RetentionCtx, { assentId }: { assentId: string }) {
  if (await hasBegun(ctx)) refuse('retention_begun');
  await useAssent(ctx, { assentId, kind: BEGIN });
  ctx.emit({ type: 'retention.begun', subject: assentId });
  return DONE;
}

/** Nothing about this person is removed by the clock any more. Refuses `hold_stands`. */
export async function setHold(
  ctx: RetentionCtx,
  { personId, reason }: { personId: string; reason: string },
): Promise<LegalHold> {
  if ((await listHeldPeople(ctx)).includes(personId)) refuse('hold_stands');
  const setBy = ctx.actor.accountId ?? refuse('not_signed_in');
  const holdId = await insertHold(ctx, { personId, reason, setBy });
  ctx.emit({ type: 'hold.set', subject: holdId, personId, after: { reason } });
  const names = await listNames(ctx, []);
  const holds = await listHolds(ctx, names);
  return holds.find((hold) => hold.holdId === holdId) ?? refuse('hold_stands');
}

/** Ends a hold. Refuses `hold_not_found`. */
export async function liftHold(ctx: RetentionCtx, { holdId }: { holdId: string }) {
  const personId = (await saveLifted(ctx, holdId)) ?? refuse('hold_not_found');
  ctx.emit({ type: 'hold.lifted', subject: holdId, personId });
  return DONE;
}
