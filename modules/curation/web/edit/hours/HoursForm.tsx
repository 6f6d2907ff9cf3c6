import { CommandForm, SubmitButton, usePage } from '@qantara/ui';
import { useActionData } from 'react-router';
import type { EditedHours } from '../../../contract/index.ts';
import { SuggestedInput } from '../SuggestedBeside.tsx';
import { HoursRowFields, useRowLabels } from './HoursRowFields.tsx';
import { OtherSchedules } from './OtherSchedules.tsx';
import { hoursAnswered, rowsToShow } from './typed-hours.ts';

/** The hours as rows; another row is asked of the server, so that it needs no script and loses nothing. */
export function HoursForm({ hours }: { hours: EditedHours }) {
  const { t } = usePage();
  const answer = hoursAnswered(useActionData());
  const rows = rowsToShow(hours.rows, answer);
  const labels = useRowLabels()(rows.length);
  return (
    <CommandForm id="hours" className="form hours-form" labels={labels}>
      <input type="hidden" name="version" value={String(answer?.typed['version'] ?? hours.version)} />
      <input type="hidden" name="count" value={rows.length} />
      <SuggestedInput suggested={hours.suggested} />
      <p className="hint">{t('curation.hours.times_hint')}</p>
      {rows.map((row, index) => (
        <HoursRowFields key={row?.scheduleId ?? index} row={row} index={index} places={hours.places} answer={answer} />
      ))}
      <p className="actions" id="more-rows">
        <button type="submit" className="button plain" name="intent" value="add" formAction={`#row-${rows.length}`}>
          {t('curation.hours.add')}
        </button>
        <SubmitButton intent="preview" kind="plain">
          {t('curation.hours.preview')}
        </SubmitButton>
      </p>
      <OtherSchedules others={hours.others} />
      <SubmitButton intent="save">{t('curation.hours.save')}</SubmitButton>
    </CommandForm>
  );
}
