import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

/** What a status means for the reader, which gives its shape and colour; its word is always there. */
export type StatusTone = 'waiting' | 'active' | 'done' | 'attention' | 'stopped' | 'neutral';

const SHAPE_OF: Record<StatusTone, IconName> = {
  waiting: 'wait',
  active: 'dot',
  done: 'check',
  attention: 'warning',
  stopped: 'cross',
  neutral: 'ring',
};

/** A status as a word with a shape of its own, so that colour is never needed to tell. */
export function StatusBadge({ tone, label }: { tone: StatusTone; label: string }) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={SHAPE_OF[tone]} />
      {label}
    </span>
  );
}
