import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { FormContext } from '../form/form-context.ts';
import type { TypedValues } from '../form/form-values.ts';
import { usePage } from '../page/use-page.ts';

type FiltersProps = {
  /** Names the form; the ids of its fields begin with it. */
  id: string;
  label: string;
  children: ReactNode;
  submitLabel?: string;
  /** Parts of the query that are not fields here and must stay, such as the order. */
  keep?: readonly string[];
  /** Fields one beside the other, for staff. */
  inline?: boolean;
};

function typedIn(search: string): TypedValues | null {
  const query = new URLSearchParams(search);
  const typed: TypedValues = {};
  for (const name of new Set(query.keys())) {
    const all = query.getAll(name);
    typed[name] = name.endsWith('[]') || all.length > 1 ? all : (all[0] ?? '');
  }
  return Object.keys(typed).length === 0 ? null : typed;
}

/** What a list is narrowed by: a form that asks with an address, so every answer can be kept and shared as a link. */
export function Filters({ id, label, children, submitLabel, keep = ['sort'], inline }: FiltersProps) {
  const { t, search, pathname } = usePage();
  const typed = typedIn(search);
  const kept = keep.flatMap((name) => new URLSearchParams(search).getAll(name).map((value) => ({ name, value })));
  return (
    <search aria-label={label}>
      <form id={id} method="get" className={inline === true ? 'filters inline' : 'filters'}>
        <FormContext value={{ id, typed, faults: [] }}>
          {children}
          {kept.map(({ name, value }) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="actions">
            <button type="submit" className="button action">
              {submitLabel ?? t('ui.filters.apply')}
            </button>
            {typed === null ? null : <Link to={pathname}>{t('ui.filters.clear')}</Link>}
          </div>
        </FormContext>
      </form>
    </search>
  );
}
