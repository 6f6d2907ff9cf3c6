import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { MessageState } from '../contract/index.ts';

const TONES: Record<MessageState, StatusTone> = {
  waiting: 'waiting',
  postponed: 'waiting',
  sending: 'active',
  sent: 'active',
  delivered: 'done',
  unsure: 'attention',
  held: 'stopped',
  failed: 'attention',
  bounced: 'attention',
};

/** Where a message stands, as a word with its shape. */
export function MessageBadge({ state }: { state: MessageState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`notifications.state.${state}`)} />;
}
