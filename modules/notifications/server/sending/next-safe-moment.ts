import type { Person } from '@qantara/people/contract';
import { safeContactOf } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import { safeWay } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { openChannels } from './open-channels.ts';

const QUARTER = 15 * 60_000;
const DAY_OF_QUARTERS = 96;
/** Soon enough for whoever calls another hour safe meanwhile. */
const LATER_LOOK = 6 * 3_600_000;

/**
 * About when a person may be written to: the first of the coming quarters of an hour that they call safe, within a day; else some hours
 * from now. Then it is judged anew, so a guess that is too early does no harm.
 */
export async function nextSafeMoment(ctx: Ctx<NotificationsTables>, person: Person): Promise<Date> {
  const open = openChannels(ctx);
  const first = Math.ceil((ctx.now.getTime() + 1) / QUARTER) * QUARTER;
  for (let quarter = 0; quarter < DAY_OF_QUARTERS; quarter += 1) {
    const now = new Date(first + quarter * QUARTER);
    const contact = await safeContactOf({ ...ctx, now }, person, ['text', 'email']);
    if (safeWay(contact, open).isSafe) return now;
  }
  return new Date(first + LATER_LOOK);
}
