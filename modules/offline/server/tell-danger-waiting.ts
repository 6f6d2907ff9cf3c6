import { Answers } from '@qantara/forms/contract';
import { findAskedVersion } from '@qantara/forms/server';
import { markOf } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { AnyCtx, DeliveredEvent } from '@qantara/platform';
import { findingsOfAnswers } from '@qantara/screening/server';
import type { HandedOver } from '../contract/index.ts';

/** Whether answers that cannot be taken yet say that somebody is in danger, by the rules of the form that was asked. */
export async function saysDanger(ctx: AnyCtx, given: HandedOver): Promise<boolean> {
  const form = await findAskedVersion(ctx, { code: given.formCode, version: given.version });
  const answers = Answers.safeParse(given.answers);
  if (form === undefined || !answers.success) return false;
  return findingsOfAnswers(ctx, { body: form.body, answers: answers.data }).isDanger;
}

/** Danger waits for no decision: whoever asked, who alone may read it, is told at once that it waits on them. */
export async function tellDangerWaiting(ctx: AnyCtx, { subject, data }: DeliveredEvent): Promise<void> {
  const { isDanger, accountId } = data;
  if (isDanger !== true || typeof accountId !== 'string') return;
  await notify(ctx, {
    template: 'danger.seen',
    to: { kind: 'account', accountId },
    values: { link: '/work/offline/waiting', mark: markOf(subject) },
    subject,
    urgency: 'now',
  });
}
