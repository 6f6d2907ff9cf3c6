import { organisationChoices } from '@qantara/organisations/web';
import type { Organisation } from '@qantara/organisations/contract';
import { DateField, LocalizedTextField, NumberField, SelectField, TextField, usePage } from '@qantara/ui';
import { CooperationKind, CooperationState, Frame, type Cooperation } from '../contract/index.ts';

type CooperationFieldsProps = {
  organisations: Pick<Organisation, 'organisationId' | 'name'>[];
  given?: Cooperation;
};

/** Labels of fields that go by another name here than in other records of the module. */
export function useCooperationLabels(): Record<string, string> {
  const { t } = usePage();
  return { kind: t('partnership.field.cooperationKind'), organisationId: t('partnership.field.lead') };
}

type Given = { given: Cooperation | undefined };

const choicesOf = (options: readonly string[], labelOf: (value: string) => string) =>
  options.map((value) => ({ value, label: labelOf(value) }));

function PartnerFields({ given }: Given) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="kind"
        label={t('partnership.field.cooperationKind')}
        options={choicesOf(CooperationKind.options, (kind) => t(`partnership.cooperation_kind.${kind}`))}
        defaultValue={given?.kind}
        required
      />
      <SelectField
        name="frame"
        label={t('partnership.field.frame')}
        hint={t('partnership.frame_hint')}
        options={choicesOf(Frame.options, (frame) => t(`partnership.frame.${frame}`))}
        defaultValue={given?.frame ?? undefined}
      />
      <TextField name="partner" label={t('partnership.field.partner')} defaultValue={given?.partner} required />
      <TextField
        name="place"
        label={t('partnership.field.place')}
        hint={t('partnership.place_hint')}
        defaultValue={given?.place}
        required
      />
    </>
  );
}

function SumFields({ given }: Given) {
  const { t } = usePage();
  const budget = given?.budget ?? null;
  return (
    <>
      <NumberField
        name="budget"
        label={t('partnership.field.budget')}
        defaultValue={budget === null ? undefined : String(budget)}
      />
      <TextField
        name="currency"
        label={t('partnership.field.currency')}
        hint={t('partnership.currency_hint')}
        defaultValue={given?.currency ?? undefined}
        maxLength={3}
      />
    </>
  );
}

function DayFields({ given }: Given) {
  const { t } = usePage();
  return (
    <>
      <DateField
        name="startsOn"
        label={t('partnership.field.startsOn')}
        defaultValue={given?.startsOn ?? null}
        required
      />
      <DateField name="lastDay" label={t('partnership.field.lastDay')} defaultValue={given?.lastDay ?? null} />
    </>
  );
}

/** What is said of a cooperation, new or as it stands. */
export function CooperationFields({ organisations, given }: CooperationFieldsProps) {
  const { t, locale } = usePage();
  return (
    <>
      <PartnerFields given={given} />
      <LocalizedTextField
        name="subject"
        label={t('partnership.field.subject')}
        rows={2}
        defaultValue={given?.subject ?? null}
        required
      />
      <SelectField
        name="organisationId"
        label={t('partnership.field.lead')}
        options={organisationChoices(organisations, locale)}
        defaultValue={given?.organisationId}
        required
      />
      <DayFields given={given} />
      <SumFields given={given} />
      <SelectField
        name="state"
        label={t('partnership.field.state')}
        options={choicesOf(CooperationState.options, (state) => t(`partnership.cooperation_state.${state}`))}
        defaultValue={given?.state}
        required
      />
      <LocalizedTextField
        name="outcome"
        label={t('partnership.field.outcome')}
        rows={3}
        defaultValue={given?.outcome ?? null}
      />
    </>
  );
}
