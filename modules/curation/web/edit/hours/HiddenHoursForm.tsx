import { Checkbox, CommandForm, Notice, SubmitButton, usePage } from '@qantara/ui';
import { HoursRowFields, useRowLabels } from './HoursRowFields.tsx';

/** A week fits into these with room to spare: whoever writes here is not shown what they wrote, so no row can be added. */
const ROWS = 8;

/** The hours at a confidential place: written, and shown to nobody, not even to whoever writes them. */
export function HiddenHoursForm({ locationId }: { locationId: string }) {
  const { t } = usePage();
  const labels = useRowLabels()(ROWS);
  return (
    <CommandForm id="hidden" className="form hours-form" labels={labels}>
      <Notice kind="warning" title={t('curation.hidden.hours_title')}>
        <p>{t('curation.hidden.hours_text')}</p>
      </Notice>
      <input type="hidden" name="locationId" value={locationId} />
      <p className="hint">{t('curation.hours.times_hint')}</p>
      {Array.from({ length: ROWS }, (_, index) => (
        <HoursRowFields key={index} row={null} index={index} places={[]} answer={null} isHidden />
      ))}
      <Checkbox name="isEmptied" label={t('curation.field.isEmptied')} required />
      <SubmitButton intent="hidden">{t('curation.hours.save')}</SubmitButton>
    </CommandForm>
  );
}
