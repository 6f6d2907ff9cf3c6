import { listAccountsThatMay } from '@qantara/identity/server';
import type { Ctx } from '@qantara/platform';
import type { NotificationsTables } from '../tables.gen.ts';
import { notify } from './notify.ts';
import { takeUntold, type UntoldStep } from './step-store.ts';

type StepCtx = Ctx<NotificationsTables>;
type Bounced = Pick<UntoldStep, 'messageId' | 'accountId' | 'toldBy'>;

/** Who keeps an address that was refused: its owner, else whoever told the message, else those who configure notices. */
async function keepersOf(ctx: StepCtx, { accountId, toldBy }: Bounced): Promise<string[]> {
  const known = accountId ?? toldBy;
  return known === null ? listAccountsThatMay(ctx, 'notice:configure') : [known];
}

/** Tells in the app that an address was refused, so that it is corrected. */
async function tellRefused(ctx: StepCtx, bounced: Bounced): Promise<void> {
  for (const accountId of await keepersOf(ctx, bounced))
    await notify(ctx, {
      template: 'address.refused',
      to: { kind: 'account', accountId },
      values: { link: '/notices/sent' },
      subject: bounced.messageId,
      urgency: 'soon',
    });
}

/** Brings what the sender wrote outside any transaction into the history: codes alone, and whom it was for. */
export async function tellSteps(ctx: StepCtx): Promise<void> {
  for (const step of await takeUntold(ctx)) {
    const { state, why, template, channel, recipient } = step;
    ctx.emit({
      type: `notice.${state}`,
      subject: step.noticeId,
      personId: step.personId,
      data: { template, channel, recipient, ...(why === null ? {} : { why }) },
    });
    // A refused address of a refused message about a refused address would go round for ever.
    if (state === 'bounced' && template !== 'address.refused') await tellRefused(ctx, step);
  }
}
