import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';

/** How much a message weighs. */
export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const ICON_OF = { info: 'info', success: 'check', warning: 'warning', danger: 'danger' } as const;

type NoticeProps = { kind?: NoticeKind; title?: string; children?: ReactNode; isNews?: boolean };

/** Something to know before going on. `isNews` reads it out when it appears after an action. */
export function Notice({ kind = 'info', title, children, isNews }: NoticeProps) {
  const { t } = usePage();
  return (
    <div className={`notice ${kind}`} role={isNews === true ? 'status' : undefined}>
      <Icon name={ICON_OF[kind]} />
      <div>
        <span className="vh">{t(`ui.notice.${kind}`)} </span>
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
