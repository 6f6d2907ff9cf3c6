import { organisationChoices } from '@qantara/organisations/web';
import type { Organisation } from '@qantara/organisations/contract';
import {
  Checkbox,
  CheckboxGroup,
  CommandForm,
  ConfirmDialog,
  DateField,
  LocalizedTextField,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import { PopulationGroup, StandsFor, type Seat } from '../contract/index.ts';

/** Of a seat for a priority population, which groups. */
function Populations({ chosen = [] }: { chosen?: readonly string[] }) {
  const { t } = usePage();
  return (
    <CheckboxGroup
      name="populations"
      label={t('governance.field.populations')}
      hint={t('governance.populations_hint')}
      options={PopulationGroup.options.map((value) => ({ value, label: t(`governance.population.${value}`) }))}
      defaultValue={chosen}
    />
  );
}

/** One more seat. */
export function AddSeatForm() {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('governance.add_seat')} title={t('governance.add_seat')}>
      <CommandForm id="seat" words="governance">
        <LocalizedTextField name="name" label={t('governance.seat_name')} hint={t('governance.seat_hint')} required />
        <SelectField
          name="standsFor"
          label={t('governance.field.standsFor')}
          options={StandsFor.options.map((value) => ({ value, label: t(`governance.stands_for.${value}`) }))}
          required
        />
        <Populations />
        <Checkbox name="isRequired" label={t('governance.field.isRequired')} />
        <SubmitButton intent="seat">{t('governance.add_seat')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** What a seat stands for, or taking it away; over the version that was read. */
export function ChangeSeatForms({ seat }: { seat: Seat }) {
  const { t } = usePage();
  const { seatId, version, name, standsFor, populations, isRequired } = seat;
  const which = (
    <>
      <input type="hidden" name="seatId" value={seatId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <>
      <ConfirmDialog label={t('governance.edit_seat')} title={t('governance.edit_seat')}>
        <CommandForm id={`change-${seatId}`} words="governance">
          {which}
          <LocalizedTextField name="name" label={t('governance.seat_name')} defaultValue={name} required />
          <SelectField
            name="standsFor"
            label={t('governance.field.standsFor')}
            options={StandsFor.options.map((value) => ({ value, label: t(`governance.stands_for.${value}`) }))}
            defaultValue={standsFor}
            required
          />
          <Populations chosen={populations} />
          <Checkbox name="isRequired" label={t('governance.field.isRequired')} defaultChecked={isRequired} />
          <SubmitButton intent="change">{t('governance.edit_do')}</SubmitButton>
        </CommandForm>
      </ConfirmDialog>
      <ConfirmDialog label={t('governance.close_seat')} title={t('governance.close_seat')}>
        <CommandForm id={`take-${seatId}`}>
          {which}
          <p>{t('governance.close_seat_text')}</p>
          <DateField name="closedOn" label={t('governance.field.closedOn')} required />
          <TextField name="reason" label={t('governance.field.reason')} maxLength={500} required />
          <SubmitButton intent="take" kind="danger">
            {t('governance.close_seat')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </>
  );
}

/** Who takes one seat or several. */
export function FillSeatsForm({ seats, organisations }: { seats: Seat[]; organisations: Organisation[] }) {
  const { t, locale, text } = usePage();
  return (
    <ConfirmDialog label={t('governance.fill')} title={t('governance.fill')}>
      <CommandForm id="fill">
        <CheckboxGroup
          name="seatIds"
          label={t('governance.field.seatIds')}
          hint={t('governance.several_hint')}
          options={seats.map(({ seatId, name }) => ({ value: seatId, label: text(name).text }))}
          required
        />
        <SelectField
          name="organisationId"
          label={t('governance.field.organisationId')}
          options={organisationChoices(organisations, locale)}
          required
        />
        <TextField name="sitterName" label={t('governance.field.sitterName')} maxLength={120} required />
        <TextField name="sitterFunction" label={t('governance.field.sitterFunction')} maxLength={120} required />
        <DateField name="startsOn" label={t('governance.field.startsOn')} required />
        <DateField name="lastDay" label={t('governance.field.lastDay')} hint={t('governance.last_day_hint')} />
        <SubmitButton intent="fill">{t('governance.fill')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}
