import { route } from '@qantara/kernel';
import { z } from 'zod';
import { MadeWebhook, NewWebhook, WatchedWebhook, Webhook, WebhookId } from './webhook.ts';

const OfWebhook = z.object({ webhookId: WebhookId });

export const webhooksRoutes = {
  listWebhooks: route({
    path: 'GET /webhooks',
    may: 'account:read',
    input: z.object({}),
    output: z.object({ webhooks: z.array(Webhook.extend({ programName: z.string() })) }),
    refusals: [],
  }),
  getWebhook: route({
    path: 'GET /webhooks/:webhookId',
    may: 'account:read',
    input: OfWebhook,
    output: WatchedWebhook,
    refusals: ['webhook_not_found'],
  }),
  makeWebhook: route({
    path: 'POST /webhooks',
    may: 'account:create',
    input: NewWebhook,
    output: MadeWebhook,
    refusals: ['program_not_found', 'account_already_disabled', 'too_many_webhooks'],
  }),
  renewSecret: route({
    path: 'POST /webhooks/:webhookId/secret',
    may: 'account:create',
    input: OfWebhook,
    output: MadeWebhook,
    refusals: ['webhook_not_found', 'webhook_ended'],
  }),
  tryWebhook: route({
    path: 'POST /webhooks/:webhookId/try',
    may: 'account:create',
    input: OfWebhook,
    output: Webhook,
    refusals: ['webhook_not_found', 'webhook_ended'],
  }),
  endWebhook: route({
    path: 'POST /webhooks/:webhookId/end',
    may: 'account:disable',
    input: OfWebhook,
    output: Webhook,
    refusals: ['webhook_not_found', 'webhook_ended'],
  }),
};
