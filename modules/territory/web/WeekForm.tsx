import { CheckboxGroup, CommandForm, SubmitButton, TextField, usePage } from '@qantara/ui';
import { WEEKDAYS, type AreaDays } from '../contract/index.ts';
import { USUAL_WEEK } from '../domain/index.ts';

/** The working week of one area, to be written or taken back. */
export function WeekForm({ said }: { said: AreaDays }) {
  const { t } = usePage();
  const week = said.week ?? USUAL_WEEK;
  return (
    <section>
      <h2>{t('territory.calendar.week')}</h2>
      <p>{t(said.week === null ? 'territory.calendar.inherited' : 'territory.calendar.own_week')}</p>
      <CommandForm id="week" key={`week ${said.areaId}`}>
        <input type="hidden" name="areaId" value={said.areaId} />
        <CheckboxGroup
          name="workingDays"
          label={t('territory.field.workingDays')}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`territory.weekday.${day}`) }))}
          defaultValue={week.workingDays.map(String)}
          inline
        />
        <TextField
          name="opensAt"
          label={t('territory.field.opensAt')}
          type="time"
          width="short"
          defaultValue={week.opensAt}
          required
        />
        <TextField
          name="closesAt"
          label={t('territory.field.closesAt')}
          type="time"
          width="short"
          defaultValue={week.closesAt}
          required
        />
        <div className="actions">
          <SubmitButton intent="week">{t('territory.calendar.save_week')}</SubmitButton>
        </div>
      </CommandForm>
      {said.week === null ? null : (
        <CommandForm id="no-week">
          <input type="hidden" name="areaId" value={said.areaId} />
          <SubmitButton intent="no_week" kind="plain">
            {t('territory.calendar.remove_week')}
          </SubmitButton>
        </CommandForm>
      )}
    </section>
  );
}
