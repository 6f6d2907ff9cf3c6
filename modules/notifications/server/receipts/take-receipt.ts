import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Receipt } from '../../contract/index.ts';
import { markDead } from '../sending/address-store.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { markTaken, saveReceived } from './receipt-store.ts';

type ReceiptCtx = Ctx<NotificationsTables>;

/** A receipt is signed when it is posted: one that was caught on its way is worth nothing soon after. */
const FRESH_MS = 5 * 60_000;

/** The signature that a provider puts under a receipt: docs/operations/messages.md. */
export function signatureOf(secret: string, { reference, id, state, at }: Omit<Receipt, 'signature'>): string {
  return createHmac('sha256', secret).update([reference, id, state, at].join('.')).digest('hex');
}

function isSigned(secret: string | null, receipt: Receipt): boolean {
  if (secret === null) return false;
  const expected = Buffer.from(signatureOf(secret, receipt), 'hex');
  return timingSafeEqual(expected, Buffer.from(receipt.signature, 'hex'));
}

/**
 * Takes what a provider says became of a short message, once. Refuses `receipt_not_ours` where the signature is not the provider's or no
 * such message has left, `receipt_late` where it was signed more than five minutes ago or is to be, `receipt_known` where it was taken.
 */
export async function takeReceipt(ctx: ReceiptCtx, receipt: Receipt) {
  if (!isSigned(ctx.outside.messenger.receiptSecret, receipt)) refuse('receipt_not_ours');
  if (Math.abs(ctx.now.getTime() - Date.parse(receipt.at)) > FRESH_MS) refuse('receipt_late');
  if (!(await markTaken(ctx, ctx.vault.digest('notice receipt', receipt.signature)))) refuse('receipt_known');
  const isRefused = receipt.state === 'refused';
  const state = isRefused ? 'bounced' : 'delivered';
  const received = await saveReceived(ctx, {
    messageId: receipt.reference,
    providerId: receipt.id,
    state,
    why: isRefused ? 'address_refused' : null,
  });
  if (received === undefined) return refuse('receipt_not_ours');
  if (isRefused && received.addressDigest !== null) await markDead(ctx, received.addressDigest, 'sms');
  // The teller brings the step into the history, of the person where it was for one: whoever posts this may not know of whom.
  ctx.emit({ type: 'receipt.taken', subject: received.messageId, data: { template: received.template, state } });
  return { done: true as const };
}
