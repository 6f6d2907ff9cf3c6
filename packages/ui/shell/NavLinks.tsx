import { NavLink } from 'react-router';
import { usePage } from '../page/use-page.ts';

/** One place a menu leads to; the path is without the language. */
export type NavEntry = { path: string; label: string };

// `/work` is not where one is on `/work/people` when the menu offers both.
function hasBelow(item: NavEntry, items: readonly NavEntry[]): boolean {
  return items.some((other) => other.path.startsWith(`${item.path}/`));
}

/** A named menu; the page one is on says so. */
export function NavLinks({ label, items }: { label: string; items: readonly NavEntry[] }) {
  const { href } = usePage();
  if (items.length === 0) return null;
  return (
    <nav aria-label={label} className="nav">
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <NavLink to={href(item.path)} end={hasBelow(item, items)}>
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
