import { Bdi, Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Merge, PersonId } from '../../contract/index.ts';

/** That a record stands for others as well, or waits to; and the way to part them again. */
export function MergedRecords({ merges, personId }: { merges: Merge[]; personId: PersonId }) {
  const { t, href } = usePage();
  if (merges.length === 0) return null;
  return (
    <Notice title={t('people.merge.records')}>
      <ul>
        {merges.map(({ mergeId, status, kept, other }) => (
          <li key={mergeId}>
            <Bdi>{(kept.personId === personId ? other : kept).displayName ?? t('people.card.unnamed')}</Bdi>
            {' · '}
            <Link to={href(`/work/merges/${mergeId}`)}>{t(`people.mergeStatus.${status}`)}</Link>
            {status === 'confirmed' ? (
              <>
                {' · '}
                <Link to={href(`/work/people/${other.personId}/edit`)}>{t('people.merge.edit_other')}</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
