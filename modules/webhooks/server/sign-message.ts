import { createHmac, randomBytes } from 'node:crypto';

const SECRET = 'whsec_';

/** A secret as Standard Webhooks writes it: 32 bytes behind a mark by which scanners of leaked secrets know it. */
export function newWebhookSecret(): string {
  return `${SECRET}${randomBytes(32).toString('base64')}`;
}

/**
 * The headers by which a receiver knows that a message is ours, whole, new and not one it had before (Standard Webhooks 1.0): signed
 * with each of the secrets that hold at this moment.
 */
export function signedHeaders(message: { id: string; at: Date; body: string }, secrets: readonly string[]) {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
