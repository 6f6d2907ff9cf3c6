import { LocalText, searchWith, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Need, SearchCounts } from '../../contract/index.ts';

type Choices = { needs: Need[]; chosen: string | undefined; counts: SearchCounts | null };

/** The needs to choose from, each with how many services it would find beside everything else that was asked. */
export function NeedChoices({ needs, chosen, counts }: Choices) {
  const { t, search, formats } = usePage();
  const totals = new Map(counts?.needs.map(({ needCode, total }) => [needCode, total]));
  return (
    <nav className="needs" aria-label={t('directory.search.needs')}>
      <h2>{t('directory.search.needs')}</h2>
      <ul>
        {needs.map(({ needCode, name }) => (
          <li key={needCode}>
            <Link
              to={searchWith(search, { needCode: needCode === chosen ? null : needCode })}
              aria-current={needCode === chosen ? 'true' : undefined}
            >
              <LocalText value={name} quiet />
              {counts === null ? null : <span className="count"> {formats.number(totals.get(needCode) ?? 0)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
