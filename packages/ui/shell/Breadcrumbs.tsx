import { Link } from 'react-router';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';
import type { NavEntry } from './NavLinks.tsx';

/** The way from the start to this page; the page itself is not in it. */
export function Breadcrumbs({ items }: { items: readonly NavEntry[] }) {
  const { href, t } = usePage();
  return (
    <nav aria-label={t('ui.shell.breadcrumbs')} className="breadcrumbs">
      <ol>
        {items.map((item) => (
          <li key={item.path}>
            <Link to={href(item.path)}>{item.label}</Link>
            <Icon name="chevron" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
