import type { ReactNode } from 'react';
import { Link } from 'react-router';

type ButtonLinkProps = { to: string; kind?: 'action' | 'plain' | 'danger'; children: ReactNode };

/** A link that looks like the next step; `to` is a whole address. */
export function ButtonLink({ to, kind = 'plain', children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`button ${kind}`}>
      {children}
    </Link>
  );
}
