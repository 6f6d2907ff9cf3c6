import { usePage } from '@qantara/ui';
import type { ReactNode } from 'react';

type ChoicesProps = {
  label: string;
  items: readonly { key: string; label: ReactNode; search: string; isShown: boolean }[];
};

/** One page, seen in one of several ways: links, of which one is here. */
export function Choices({ label, items }: ChoicesProps) {
  const { pathname } = usePage();
  if (items.length < 2) return null;
  return (
    <nav aria-label={label}>
      <ul className="choices">
        {items.map((item) => (
          <li key={item.key}>
            <a href={`${pathname}${item.search}`} aria-current={item.isShown ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
