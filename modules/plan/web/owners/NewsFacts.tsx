import { DateText, usePage } from '@qantara/ui';
import type { AskedNode } from '../../contract/index.ts';

/** When somebody last said something of a node, and by when news is due. */
export function NewsFacts({ asked }: { asked: AskedNode }) {
  const { t } = usePage();
  return (
    <p className="hint">
      {asked.reportedAt === null ? (
        t('plan.tell.never')
      ) : (
        <>
          {t('plan.tell.last')} <DateText value={asked.reportedAt} />
        </>
      )}
      {asked.newsDueOn === null ? null : (
        <>
          {' · '}
          {t(asked.isLate ? 'plan.tell.late' : 'plan.tell.due')} <DateText value={asked.newsDueOn} />
        </>
      )}
    </p>
  );
}
