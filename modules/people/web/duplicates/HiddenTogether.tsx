import { Notice, usePage } from '@qantara/ui';
import type { Person } from '../../contract/index.ts';

/** Said before two records become one of which one is not to be found: afterwards neither is. */
export function HiddenTogether({ kept, other }: { kept: Person; other: Person }) {
  const { t } = usePage();
  if (kept.isRestricted === other.isRestricted) return null;
  return (
    <Notice>
      <p>{t(kept.isRestricted ? 'people.merge.hides_other' : 'people.merge.hides_kept')}</p>
    </Notice>
  );
}
