import { DeliveryState, NewsType, WebhookChannel, WebhookFormat, WebhookState } from './webhook.ts';

export { webhooksRoutes } from './routes.ts';
export {
  Delivery,
  DeliveryState,
  MadeWebhook,
  NewsType,
  NewWebhook,
  STEP_NEWS,
  WatchedWebhook,
  Webhook,
  WebhookChannel,
  WebhookCriteria,
  WebhookFormat,
  WebhookId,
  WebhookState,
} from './webhook.ts';

export const enumMessages = {
  'webhooks.type': NewsType,
  'webhooks.format': WebhookFormat,
  'webhooks.channel': WebhookChannel,
  'webhooks.state': WebhookState,
  'webhooks.delivery': DeliveryState,
};
