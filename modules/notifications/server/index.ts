import { serverModule, type ServerModule } from '@qantara/platform';
import { notificationsRoutes } from '../contract/index.ts';
import { listOwn } from './own/own-notice-view.ts';
import { readAllNotices, readNotice } from './own/read-notices.ts';
import {
  getOrganisationPreference,
  getPreference,
  saveOrganisationPreference,
  savePreference,
} from './preferences/keep-preferences.ts';
import { takeReceipt } from './receipts/take-receipt.ts';
import { sendWaiting } from './sending/send-waiting.ts';
import { listCaptured } from './states/captured-view.ts';
import { listMessages, retryMessage } from './states/read-messages.ts';
import type { NotificationsTables } from './tables.gen.ts';
import { tellSteps } from './told/tell-steps.ts';
import { draftText, getTemplate, listTemplates, publishText } from './texts/keep-texts.ts';
import type { Names } from './texts/show-values.ts';

export { sendWaiting } from './sending/send-waiting.ts';
export { notify, type Addressee, type NewNotice } from './told/notify.ts';
export { tellInPast, type PastState } from './told/past-store.ts';
export { oldNotices } from './told/old-notice-store.ts';
export { type NameOf, type Names } from './texts/show-values.ts';

/** The module, told where names come from that higher modules keep: a message takes none from whoever sends it. */
export function notificationsModuleWith(names: Names): ServerModule {
  return serverModule<typeof notificationsRoutes, NotificationsTables>({
    name: 'notifications',
    routes: notificationsRoutes,
    handlers: {
      listOwnNotices: (ctx, paging) => listOwn(ctx, names, paging),
      readNotice,
      readAllNotices,
      getPreference,
      savePreference,
      getOrganisationPreference,
      saveOrganisationPreference,
      listMessages,
      retryMessage,
      listCaptured,
      listTemplates,
      getTemplate,
      draftText,
      publishText,
      takeReceipt,
    },
    jobs: [
      { name: 'notifications.send', cron: '* * * * *', aside: true, run: (ctx) => sendWaiting(ctx, names) },
      { name: 'notifications.tell', cron: '* * * * *', run: tellSteps },
    ],
  });
}
