import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

/** A large way in, for a page of few choices: the whole of it can be touched. `to` is a whole address. */
export function Door({
  to,
  icon,
  title,
  children,
}: {
  to: string;
  icon: IconName;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="door">
      <Icon name={icon} large />
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      {children}
    </div>
  );
}
