import { timingSafeEqual } from 'node:crypto';
import type { GovernanceCtx, StoredBody } from './body-store.ts';

type Fed = Pick<StoredBody, 'bodyId' | 'feedNumber'>;

/** The secret part of a calendar's address; it follows from the region's secret and is stored nowhere. */
export function feedKeyOf({ vault }: GovernanceCtx, { bodyId, feedNumber }: Fed): string {
  return vault.digest('governance feed', `${bodyId} ${feedNumber}`).toString('base64url');
}

/** Where a body's meetings can be subscribed to, without a language in front. */
export function feedPathOf(ctx: GovernanceCtx, fed: Fed): string {
  return `/governance/calendar/${fed.bodyId}/${feedKeyOf(ctx, fed)}`;
}

/** Whether this is the key of the body's calendar today. */
export function isFeedKey(ctx: GovernanceCtx, fed: Fed, key: string): boolean {
  const [asked, right] = [Buffer.from(key), Buffer.from(feedKeyOf(ctx, fed))];
  return asked.length === right.length && timingSafeEqual(asked, right);
}
