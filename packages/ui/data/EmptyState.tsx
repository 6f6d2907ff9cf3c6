import type { ReactNode } from 'react';
import { Mark } from '../shell/Mark.tsx';

/** Nothing is here: why, and what can be done next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Mark />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
