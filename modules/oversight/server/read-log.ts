import { dayAfter, refuse } from '@qantara/kernel';
import { listAccountCards } from '@qantara/identity/server';
import { listIdsByName } from '@qantara/people/server';
import {
  CHECKPOINT_PURPOSE,
  countOpenings,
  listCheckpoints,
  listKindCounts,
  listOpenings,
  type Ctx,
  type OpeningFilter,
} from '@qantara/platform';
import type { z } from 'zod';
import type { AccountSummary, LogFilter, LogPage } from '../contract/index.ts';
import { startOfDay } from '../domain/index.ts';
import { withNames } from './name-view.ts';
import type { OversightTables } from './tables.gen.ts';

type LogCtx = Ctx<OversightTables>;

const SUMMARY_DAYS = 30;
const DAY_MS = 86_400_000;
const CHECKPOINTS_SHOWN = 48;

/** What was asked, as the platform asks it: days begin and end where the region is. */
export function openingFilterOf(filter: LogFilter, timeZone: string): OpeningFilter {
  const { personId, from, until, ...rest } = filter;
  return {
    ...rest,
    personIds: personId === undefined ? undefined : [personId],
    from: from === undefined ? undefined : startOfDay(from, timeZone),
    until: until === undefined ? undefined : startOfDay(dayAfter(until, 1), timeZone),
  };
}

/** Who opened what. To read it is an opening like any other: who watches is seen too. */
export async function listLog(
  ctx: LogCtx,
  { page, perPage, ...asked }: LogFilter & { page: number; perPage: number },
): Promise<z.input<typeof LogPage>> {
  const filter = openingFilterOf(asked, ctx.timeZone);
  const openings = await listOpenings(ctx, filter, { limit: perPage, offset: (page - 1) * perPage });
  const total = await countOpenings(ctx, filter);
  ctx.noteAccess({ personId: filter.personIds ?? [], kind: 'log', rule: 'oversight' });
  return { items: await withNames(ctx, openings), page, perPage, total, hasMore: page * perPage < total };
}

/** Who is called so: identifiers, to ask the log with. */
export async function findOpenedPeople(ctx: LogCtx, { name }: { name: string }) {
  const found = await listIdsByName(ctx, name);
  ctx.noteAccess({ personId: found.personIds, kind: 'name_search', rule: 'oversight' });
  return found;
}

/** What one account opened in the last weeks, by kind. Refuses `account_not_found`. */
export async function getAccountSummary(ctx: LogCtx, { accountId }: { accountId: string }): Promise<AccountSummary> {
  const accounts = await listAccountCards(ctx);
  const account = accounts.find((one) => one.accountId === accountId) ?? refuse('account_not_found');
  const from = new Date(ctx.now.getTime() - SUMMARY_DAYS * DAY_MS);
  return { account, kinds: await listKindCounts(ctx, { accountId, from }), days: SUMMARY_DAYS };
}

/** The latest checkpoints, where they are kept, and the key to check them with. */
export async function listLogCheckpoints(ctx: LogCtx) {
  const checkpoints = await listCheckpoints(ctx, CHECKPOINTS_SHOWN);
  return {
    publicKey: ctx.vault.publicKey(CHECKPOINT_PURPOSE),
    keepers: ctx.keepers.map(({ name }) => name),
    checkpoints: checkpoints.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}
