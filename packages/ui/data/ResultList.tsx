import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Things found, one under the other, for residents. */
export function ResultList({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="results" aria-label={label}>
      {children}
    </ol>
  );
}

/** One thing found: its name as the link, and what helps to choose. `to` is a whole address. */
export function ResultItem({ to, title, children }: { to: string; title: ReactNode; children?: ReactNode }) {
  return (
    <li className="result">
      <h3>
        <Link to={to}>{title}</Link>
      </h3>
      {children}
    </li>
  );
}
