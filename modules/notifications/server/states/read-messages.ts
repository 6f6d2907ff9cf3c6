import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Message, MessageFilter, Messages } from '../../contract/index.ts';
import { isStopped } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { TEMPLATES } from '../texts/shipped-templates.ts';
import { countStates, findRow, listNamesOf, listRows, toMessage } from './message-view.ts';
import { saveRetry } from './retry-store.ts';

type StateCtx = Ctx<NotificationsTables>;

/** Where each message stands, without its words. */
export async function listMessages(ctx: StateCtx, filter: MessageFilter): Promise<Messages> {
  const rows = await listRows(ctx, filter);
  const shown = rows.slice(0, filter.perPage);
  const names = await listNamesOf(ctx, shown);
  return {
    items: shown.map((row) => toMessage(row, names)),
    page: filter.page,
    perPage: filter.perPage,
    total: null,
    hasMore: rows.length > filter.perPage,
    counts: await countStates(ctx),
    templates: [...TEMPLATES.values()].map(({ code, name }) => ({ code, name })),
  };
}

/**
 * Tries a message again that has come to an end, also to an address that was refused: whoever does it says by that that it works now. A
 * person's own word is asked again all the same. Refuses `message_not_stopped` where it is still on its way or has arrived.
 */
export async function retryMessage(ctx: StateCtx, { messageId }: { messageId: string }): Promise<Message> {
  const before = (await findRow(ctx, messageId)) ?? refuse('message_not_found');
  if (!isStopped(before.state) || !(await saveRetry(ctx, messageId))) return refuse('message_not_stopped');
  ctx.emit({ type: 'message.retried', subject: messageId, data: { template: before.template, was: before.state } });
  const after = (await findRow(ctx, messageId)) ?? refuse('message_not_found');
  return toMessage(after, await listNamesOf(ctx, [after]));
}
