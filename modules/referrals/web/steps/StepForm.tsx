import { CommandForm, SelectField, SubmitButton, TextArea, usePage, FormDetails } from '@qantara/ui';
import { OutcomeCode, type ReferralStep } from '../../contract/index.ts';
import { reasonsFor } from '../../domain/index.ts';

const ENDING: readonly ReferralStep[] = ['reject', 'fail', 'cancel', 'void'];

/** One step, with the reason or the outcome that it must name; those that are not the next thing stand folded. */
export function StepForm({ step, version, isNext }: { step: ReferralStep; version: number; isNext: boolean }) {
  const { t } = usePage();
  const id = `step-${step}`;
  const reasons = reasonsFor(step);
  return (
    <FormDetails className="step" open={isNext}>
      <summary>{t(`referrals.step.${step}`)}</summary>
      <CommandForm id={id}>
        <input type="hidden" name="version" value={version} />
        {reasons.length === 0 ? null : (
          <SelectField
            name="reasonCode"
            label={t('referrals.field.reasonCode')}
            options={reasons.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))}
            required
          />
        )}
        {step === 'complete' ? (
          <SelectField
            name="outcomeCode"
            label={t('referrals.field.outcomeCode')}
            options={OutcomeCode.options.map((value) => ({ value, label: t(`referrals.outcome.${value}`) }))}
            required
          />
        ) : null}
        <TextArea
          name="note"
          label={t('referrals.field.note')}
          hint={t('referrals.open.note_hint')}
          rows={2}
          maxLength={2000}
        />
        <SubmitButton intent={step} kind={ENDING.includes(step) ? 'danger' : 'action'}>
          {t(`referrals.step.${step}`)}
        </SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
