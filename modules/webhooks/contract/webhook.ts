import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const WebhookId = idOf('WebhookId');
export type WebhookId = Id<'WebhookId'>;

/** Each step of a referral, as it is told: what changes its status, which is all that FHIR's Task knows of it. */
export const STEP_NEWS = [
  'referral.sent',
  'referral.claimed',
  'referral.accepted',
  'referral.rejected',
  'referral.started',
  'referral.held',
  'referral.resumed',
  'referral.completed',
  'referral.failed',
  'referral.cancelled',
  'referral.voided',
] as const;

/** What a program can be told of: that it happened, to which record, and when. Never what is in it. */
export const NewsType = z.enum([
  ...STEP_NEWS,
  'referral.passed_on',
  'referral.overdue',
  'referral.confirmed',
  'referral.question_asked',
  'consent.withdrawn',
]);
export type NewsType = z.infer<typeof NewsType>;

/** In this product's own words (Standard Webhooks), or as FHIR's notification of a Subscription. */
export const WebhookFormat = z.enum(['plain', 'fhir']);
export type WebhookFormat = z.infer<typeof WebhookFormat>;

export const WebhookChannel = z.enum(['rest-hook', 'email']);
export type WebhookChannel = z.infer<typeof WebhookChannel>;

/** As FHIR's SubscriptionStatusCodes. */
export const WebhookState = z.enum(['requested', 'active', 'error', 'off']);
export type WebhookState = z.infer<typeof WebhookState>;

/** Which of the records that its program may see; an empty one is all of them. */
export const WebhookCriteria = z.object({
  status: z.array(z.string().max(40)).max(20).optional(),
  ownerId: z.uuid().optional(),
  requesterId: z.uuid().optional(),
  subjectId: z.uuid().optional(),
});
export type WebhookCriteria = z.infer<typeof WebhookCriteria>;

/** An address of the internet that takes messages. */
const Endpoint = z.url({ protocol: /^https$/ }).max(500);

export const Webhook = z.object({
  webhookId: WebhookId,
  programId: z.uuid(),
  format: WebhookFormat,
  channel: WebhookChannel,
  endpoint: z.string(),
  types: z.array(NewsType),
  state: WebhookState,
  failingSince: IsoDateTime.nullable(),
  lastFault: z.string().nullable(),
  createdAt: IsoDateTime,
  endsAt: IsoDateTime.nullable(),
  endedAt: IsoDateTime.nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

export const NewWebhook = z.object({
  programId: z.uuid(),
  endpoint: Endpoint,
  types: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(NewsType).min(1).max(40)),
});
export type NewWebhook = z.output<typeof NewWebhook>;

/** The secret is shown this once. */
export const MadeWebhook = z.object({ webhook: Webhook, secret: z.string() });
export type MadeWebhook = z.infer<typeof MadeWebhook>;

export const DeliveryState = z.enum(['waiting', 'sending', 'sent', 'failed', 'dropped']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One event that it was told of, or is to be. */
export const Delivery = z.object({
  deliveryId: z.uuid(),
  type: z.string(),
  number: z.number().int(),
  happenedAt: IsoDateTime,
  state: DeliveryState,
  attempts: z.number().int(),
  dueAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
  lastStatus: z.number().int().nullable(),
  lastFault: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const WatchedWebhook = z.object({ webhook: Webhook, programName: z.string(), deliveries: z.array(Delivery) });
export type WatchedWebhook = z.infer<typeof WatchedWebhook>;
