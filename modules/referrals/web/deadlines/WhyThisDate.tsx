import { isolate } from '@qantara/kernel';
import { DateText, LocalText, usePage } from '@qantara/ui';
import type { DueWhy } from '../../contract/index.ts';

/** Why something is due when it is: the rule in words, what it is particular to, and the holidays between. */
export function WhyThisDate({ why }: { why: DueWhy }) {
  const { t, text, formats } = usePage();
  const { amount, needName, organisationName, priority } = why;
  const marks = [
    priority === null ? null : t(`referrals.priority.${priority}`),
    organisationName === null ? null : isolate(text(organisationName).text),
    needName === null ? null : isolate(text(needName).text),
  ].filter((mark) => mark !== null);
  const rule = t(`referrals.why.${why.unit}`, { amount });
  return (
    <details>
      <summary>{t('referrals.why.title')}</summary>
      <p>{t(`referrals.why.stage.${why.stage}`, { rule, from: formats.dateTime(why.from) })}</p>
      <p>
        {marks.length > 0 ? t('referrals.why.particular', { marks: formats.list(marks) }) : null}
        {marks.length === 0 ? t(why.isOfTheField ? 'referrals.why.field' : 'referrals.why.region') : null}
      </p>
      {why.holidays.length === 0 ? null : (
        <>
          <p>{t('referrals.why.holidays')}</p>
          <ul>
            {why.holidays.map(({ onDay, name }) => (
              <li key={onDay}>
                <DateText value={onDay} /> <LocalText value={name} quiet />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
