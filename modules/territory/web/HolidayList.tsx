import {
  Checkbox,
  CommandForm,
  DataTable,
  DateField,
  DateText,
  LocalizedTextField,
  LocalText,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import type { AreaDays, Holiday } from '../contract/index.ts';

function RemoveForm({ areaId, onDay }: { areaId: string; onDay: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`no-holiday-${onDay}`}>
      <input type="hidden" name="areaId" value={areaId} />
      <input type="hidden" name="onDay" value={onDay} />
      <SubmitButton intent="no_holiday" kind="plain">
        {t('territory.calendar.remove')}
      </SubmitButton>
    </CommandForm>
  );
}

/** The holidays that one area itself names, and the form for one more. */
export function HolidayList({ said }: { said: AreaDays }) {
  const { t } = usePage();
  const { areaId, holidays } = said;
  return (
    <section>
      <h2>{t('territory.calendar.holidays')}</h2>
      <DataTable<Holiday>
        caption={t('territory.calendar.holidays')}
        hidesCaption
        rows={holidays}
        keyOf={({ onDay }) => onDay}
        empty={<p>{t('territory.calendar.no_holidays')}</p>}
        columns={[
          { key: 'day', heading: t('territory.calendar.day'), cell: ({ onDay }) => <DateText value={onDay} /> },
          { key: 'name', heading: t('territory.calendar.name'), cell: ({ name }) => <LocalText value={name} quiet /> },
          {
            key: 'kind',
            heading: t('territory.calendar.kind'),
            cell: ({ isWorked }) => t(isWorked ? 'territory.calendar.worked' : 'territory.calendar.closed'),
          },
          {
            key: 'remove',
            heading: t('territory.calendar.remove'),
            cell: ({ onDay }) => <RemoveForm areaId={areaId} onDay={onDay} />,
          },
        ]}
      />
      <h3>{t('territory.calendar.add')}</h3>
      <CommandForm id="holiday" key={`holiday ${areaId}`}>
        <input type="hidden" name="areaId" value={areaId} />
        <DateField name="onDay" label={t('territory.field.onDay')} required />
        <LocalizedTextField name="name" label={t('territory.field.name')} required />
        <Checkbox name="isWorked" label={t('territory.field.isWorked')} />
        <SubmitButton intent="holiday">{t('territory.calendar.save_holiday')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
