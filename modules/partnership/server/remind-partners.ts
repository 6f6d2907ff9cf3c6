import { dayIn, markOf } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import { withTables, type AnyCtx } from '@qantara/platform';
import { listDueCommitments, listEndingAgreements } from './reminder-view.ts';
import type { PartnershipTables } from './tables.gen.ts';

/** Every day: who promised something is told before it is due and every two weeks after, and the parties before their agreement ends. */
export async function remindPartners(anyCtx: AnyCtx): Promise<void> {
  const ctx = withTables<PartnershipTables>(anyCtx);
  const today = dayIn(ctx.timeZone, ctx.now);
  for (const { commitmentId, organisationId, dueOn: due } of await listDueCommitments(ctx, today))
    await notify(ctx, {
      template: 'commitment.due',
      to: { kind: 'organisation', organisationId },
      values: { link: `/work/governance/commitments/${commitmentId}`, mark: markOf(commitmentId), due },
      subject: commitmentId,
      urgency: 'soon',
    });
  for (const { agreementId, organisationId, lastDay: last } of await listEndingAgreements(ctx, today))
    await notify(ctx, {
      template: 'agreement.ending',
      to: { kind: 'organisation', organisationId },
      values: { link: `/work/agreements/${agreementId}`, mark: markOf(agreementId), last },
      subject: agreementId,
      urgency: 'soon',
    });
}
