import type { Actor } from '@qantara/kernel';
import type { MessageState } from '../contract/index.ts';

/** Whether somebody may see where a message stands, and try it again: whoever told it, and who configures notices. Not its words. */
export function maySeeMessage(actor: Actor, message: { toldBy: string | null }): boolean {
  if (actor.permissions.has('notice:configure')) return true;
  return actor.accountId !== null && message.toldBy === actor.accountId;
}

const STOPPED: ReadonlySet<MessageState> = new Set(['unsure', 'held', 'failed', 'bounced']);

/** Whether a message has come to an end from which only a person brings it back. */
export function isStopped(state: MessageState): boolean {
  return STOPPED.has(state);
}

/** Whether somebody may say how an organisation is told: its own staff, and who configures notices. */
export function mayPrefer(actor: Actor, organisationId: string): boolean {
  return actor.permissions.has('notice:configure') || actor.organisationId === organisationId;
}
