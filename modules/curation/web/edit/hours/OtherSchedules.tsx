import { Fieldset, LocalText, useField, usePage } from '@qantara/ui';
import type { OtherSchedule } from '../../../contract/index.ts';
import { useScheduleWords } from './use-schedule-words.ts';

/** Schedules that no row can hold: in words, kept as they are, or marked to go. */
export function OtherSchedules({ others }: { others: OtherSchedule[] }) {
  const { t } = usePage();
  const wordsOf = useScheduleWords();
  const field = useField({ name: 'removedIds', label: t('curation.field.removedIds') });
  if (others.length === 0) return null;
  const chosen = field.beginAll('removedIds[]');
  return (
    <Fieldset legend={t('curation.hours.others')} hint={t('curation.hours.others_hint')}>
      <input type="hidden" name="_list" value="removedIds" />
      <ul className="plain-list others">
        {others.map((other) => (
          <li key={other.scheduleId}>
            <p>{wordsOf(other).join(' · ')}</p>
            {other.note === null ? null : (
              <p className="said">
                <LocalText value={other.note} />
              </p>
            )}
            <div className="choice">
              <input
                id={`${field.id}-${other.scheduleId}`}
                type="checkbox"
                name="removedIds[]"
                value={other.scheduleId}
                defaultChecked={chosen.includes(other.scheduleId)}
              />
              <label htmlFor={`${field.id}-${other.scheduleId}`}>{t('curation.hours.remove_other')}</label>
            </div>
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}
