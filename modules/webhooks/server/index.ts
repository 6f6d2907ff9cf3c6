import type { Locale, Translate } from '@qantara/kernel';
import { serverModule, type ServerModule } from '@qantara/platform';
import { webhooksRoutes } from '../contract/index.ts';
import { forgetEnded } from './delivery-store.ts';
import { endWebhook, getWebhook, listWebhooks, makeWebhook, renewSecret, tryWebhook } from './keep-webhooks.ts';
import { sendDeliveries } from './send-deliveries.ts';
import type { WebhooksTables } from './tables.gen.ts';
import { NEWS_OF_WEBHOOKS } from './tell-webhooks.ts';
import { tidyWebhooks } from './tidy-webhooks.ts';

export { beginWebhook, endWebhook, type BegunWebhook } from './keep-webhooks.ts';
export { sendDeliveries } from './send-deliveries.ts';
export { findWebhook, listWebhooksOf, lockWebhook, saveWebhook, type WebhookRow } from './webhook-store.ts';

/** The module, told the words of its letters, which go in three languages to whoever reads them. */
export function webhooksModuleWith(words: Readonly<Record<Locale, Translate>>): ServerModule {
  return serverModule<typeof webhooksRoutes, WebhooksTables>({
    name: 'webhooks',
    routes: webhooksRoutes,
    handlers: { listWebhooks, getWebhook, makeWebhook, renewSecret, tryWebhook, endWebhook },
    subscribers: NEWS_OF_WEBHOOKS,
    jobs: [
      { name: 'webhooks.send', cron: '* * * * *', aside: true, run: (ctx) => sendDeliveries(ctx, words) },
      { name: 'webhooks.tidy', cron: '*/10 * * * *', run: tidyWebhooks },
      { name: 'webhooks.forget', cron: '40 3 * * *', run: forgetEnded },
    ],
  });
}
