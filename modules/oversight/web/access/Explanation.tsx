import { DateText, LocalText, Notice, StatusBadge, usePage } from '@qantara/ui';
import type { AccessExplanation, AccessReason } from '../../contract/index.ts';
import { PersonMark } from '../OpeningsTable.tsx';

function Reason({ reason }: { reason: AccessReason }) {
  const { t } = usePage();
  const { step, holds, recordClass, until } = reason;
  return (
    <li>
      <StatusBadge
        tone={holds ? 'done' : 'stopped'}
        label={t(holds ? 'oversight.access.holds' : 'oversight.access.fails')}
      />{' '}
      {t(`oversight.step.${step}`)}
      {recordClass === null ? null : <> · {t(`people.class.${recordClass}`)}</>}
      {until === null ? null : (
        <>
          {' · '}
          {t('oversight.access.until')} <DateText value={until} style="dateTime" />
        </>
      )}
    </li>
  );
}

/** Whether an account sees a record, by which door, which groups of fields, and every reason for and against. */
export function Explanation({ of }: { of: AccessExplanation }) {
  const { t } = usePage();
  const seen = of.fields.filter(({ sees }) => sees).map(({ category }) => t(`people.category.${category}`));
  return (
    <Notice kind={of.opens === 'nothing' ? 'info' : 'success'} title={t(`oversight.access.opens_${of.opens}`)} isNews>
      <p>
        <PersonMark personId={of.personId} />
        {of.stewardName === null ? null : (
          <>
            {' · '}
            {t('oversight.access.steward')} <LocalText value={of.stewardName} quiet />
          </>
        )}
      </p>
      {seen.length === 0 ? null : (
        <p>{t(of.writes ? 'oversight.access.writes' : 'oversight.access.reads', { fields: seen.join(' · ') })}</p>
      )}
      <ul>
        {of.reasons.map((reason, index) => (
          <Reason key={`${reason.step} ${index}`} reason={reason} />
        ))}
      </ul>
    </Notice>
  );
}
