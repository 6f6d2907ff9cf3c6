import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { WebhookState } from '../contract/index.ts';

const TONES: Record<WebhookState, StatusTone> = {
  requested: 'waiting',
  active: 'active',
  error: 'attention',
  off: 'stopped',
};

/** Whether the other end takes what it is told. */
export function WebhookStateBadge({ state }: { state: WebhookState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`webhooks.state.${state}`)} />;
}
