import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { RoleRequest } from '../../contract/index.ts';

const TONE_OF: Record<RoleRequest['state'], StatusTone> = {
  asked: 'waiting',
  agreed: 'done',
  refused: 'stopped',
  withdrawn: 'neutral',
  alone: 'attention',
  reduced: 'done',
  expired: 'neutral',
};

/** How a request stands; that one person decided alone is told as loudly as that somebody refused. */
export function RequestState({ state }: { state: RoleRequest['state'] }) {
  const { t } = usePage();
  return <StatusBadge tone={TONE_OF[state]} label={t(`identity.request_state.${state}`)} />;
}
