import type { ReactNode } from 'react';
import { usePage } from '../page/use-page.ts';

/** One fact: what it is, and its value; a value that is not there is said to be missing. */
export type Fact = { label: string; value: ReactNode };

/** Facts of one record, each under its name. */
export function DescriptionList({ items, dense }: { items: readonly Fact[]; dense?: boolean }) {
  const { t } = usePage();
  return (
    <dl className={dense === true ? 'facts dense' : 'facts'}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="missing">{t('ui.data.missing')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
