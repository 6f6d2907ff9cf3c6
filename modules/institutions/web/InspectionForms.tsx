import {
  CommandForm,
  DateField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { InspectionOutcome, InspectionReason, Severity, type Inspection, type Requirement } from '../contract/index.ts';
import { requirementChoices } from './kind-name.ts';

function ReasonField() {
  const { t } = usePage();
  return (
    <SelectField
      name="reason"
      label={t('institutions.field.reason')}
      options={InspectionReason.options.map((value) => ({
        value,
        label: t(`institutions.inspection_reason.${value}`),
      }))}
      required
    />
  );
}

function OutcomeFields({ team, today }: { team: string | undefined; today: string }) {
  const { t } = usePage();
  return (
    <>
      <DateField name="doneOn" label={t('institutions.field.doneOn')} defaultValue={today} required />
      <TextField
        name="team"
        label={t('institutions.field.team')}
        hint={t('institutions.inspect.team_hint')}
        width="medium"
        maxLength={300}
        defaultValue={team}
        required
      />
      <SelectField
        name="outcome"
        label={t('institutions.field.outcome')}
        options={InspectionOutcome.options.map((value) => ({ value, label: t(`institutions.outcome.${value}`) }))}
        required
      />
      <TextArea name="summary" label={t('institutions.field.summary')} rows={3} maxLength={5000} />
    </>
  );
}

function labelsOf(t: (key: string) => string): Record<string, string> {
  return {
    reason: t('institutions.field.reason'),
    doneOn: t('institutions.field.doneOn'),
    team: t('institutions.field.team'),
    outcome: t('institutions.field.outcome'),
    summary: t('institutions.field.summary'),
  };
}

/** An inspection to come, and one that was made without having been planned. */
export function NewInspectionForms({ today }: { today: string }) {
  const { t } = usePage();
  return (
    <>
      <FormDetails className="step">
        <summary>{t('institutions.inspect.visit')}</summary>
        <CommandForm id="visit" labels={labelsOf(t)}>
          <ReasonField />
          <OutcomeFields team={undefined} today={today} />
          <SubmitButton intent="visit">{t('institutions.inspect.save')}</SubmitButton>
        </CommandForm>
      </FormDetails>
      <FormDetails className="step">
        <summary>{t('institutions.inspect.plan')}</summary>
        <CommandForm id="plan" labels={labelsOf(t)}>
          <DateField name="plannedOn" label={t('institutions.field.plannedOn')} required />
          <ReasonField />
          <TextField name="team" label={t('institutions.field.team')} width="medium" maxLength={300} required />
          <SubmitButton intent="plan">{t('institutions.inspect.plan_save')}</SubmitButton>
        </CommandForm>
      </FormDetails>
    </>
  );
}

/** What a planned inspection found, or that it will not be made. */
export function PlannedInspectionForms({ inspection, today }: { inspection: Inspection; today: string }) {
  const { t } = usePage();
  const { inspectionId } = inspection;
  const record = `record-${inspectionId}`;
  const cancel = `cancel-${inspectionId}`;
  return (
    <>
      <FormDetails className="step">
        <summary>{t('institutions.inspect.record')}</summary>
        <CommandForm id={record} labels={labelsOf(t)}>
          <input type="hidden" name="inspectionId" value={inspectionId} />
          <OutcomeFields team={inspection.team} today={today} />
          <SubmitButton intent="record">{t('institutions.inspect.save')}</SubmitButton>
        </CommandForm>
      </FormDetails>
      <FormDetails className="step">
        <summary>{t('institutions.inspect.cancel')}</summary>
        <CommandForm id={cancel}>
          <input type="hidden" name="inspectionId" value={inspectionId} />
          <TextField name="note" label={t('institutions.field.note')} width="medium" maxLength={2000} />
          <SubmitButton intent="cancel" kind="danger">
            {t('institutions.inspect.cancel')}
          </SubmitButton>
        </CommandForm>
      </FormDetails>
    </>
  );
}

type ShortcomingFormProps = { inspectionId: string; requirements: Requirement[]; isOpen: boolean };

/** One thing that the inspection found to fall short. */
export function ShortcomingForm({ inspectionId, requirements, isOpen }: ShortcomingFormProps) {
  const { t, locale } = usePage();
  const id = `shortcoming-${inspectionId}`;
  return (
    <FormDetails className="step" open={isOpen}>
      <summary>{t('institutions.shortcomings.add')}</summary>
      <CommandForm id={id}>
        <input type="hidden" name="inspectionId" value={inspectionId} />
        <SelectField
          name="requirementCode"
          label={t('institutions.field.requirementCode')}
          options={requirementChoices(requirements, locale)}
          required
        />
        <SelectField
          name="severity"
          label={t('institutions.field.severity')}
          options={Severity.options.map((value) => ({ value, label: t(`institutions.severity.${value}`) }))}
          required
        />
        <TextArea name="text" label={t('institutions.field.text')} rows={3} maxLength={2000} required />
        <DateField name="dueOn" label={t('institutions.field.dueOn')} required />
        <SubmitButton intent="shortcoming">{t('institutions.shortcomings.save')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
