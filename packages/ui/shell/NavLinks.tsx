import { NavLink } from 'react-router';
import { usePage } from '../page/use-page.ts';

/** One place a menu leads to; the path is without the language. */
export type NavEntry = { path: string; label: string };

/** A named menu; the page one is on says so. */
export function NavLinks({ label, items }: { label: string; items: readonly NavEntry[] }) {
  const { href } = usePage();
  if (items.length === 0) return null;
  return (
    <nav aria-label={label} className="nav">
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <NavLink to={href(item.path)}>{item.label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
