import type { NavigationTable, PageTable } from '@qantara/ui';

export const webhooksPages: PageTable = [
  { path: 'admin/webhooks', file: 'WebhooksPage.tsx', shell: 'staff' },
  { path: 'admin/webhooks/new', file: 'NewWebhookPage.tsx', shell: 'staff' },
  { path: 'admin/webhooks/:webhookId', file: 'WebhookPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'webhooks.nav.webhooks', path: '/admin/webhooks', may: 'account:read', shell: 'staff' },
];
