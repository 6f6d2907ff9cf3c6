import { CommandForm, ConfirmDialog, DateField, SubmitButton, TextField, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Plan } from '../../contract/index.ts';

type StepProps = { plan: Plan; step: 'publish' | 'adopt' | 'archive' | 'next'; children?: ReactNode };

function Step({ plan, step, children }: StepProps) {
  const { t } = usePage();
  const labels = Object.fromEntries(
    ['adoptedOn', 'resolution', 'startsOn', 'endsOn'].map((name) => [name, t(`plan.field.${name}`)]),
  );
  return (
    <ConfirmDialog label={t(`plan.step.${step}`)} title={t(`plan.step.${step}_title`)}>
      <p>{t(`plan.step.${step}_lead`)}</p>
      <CommandForm id={step} labels={labels}>
        <input type="hidden" name="version" value={plan.version} />
        {children}
        <SubmitButton intent={step}>{t(`plan.step.${step}_do`)}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** The steps of a plan's life that are open now: published, adopted, followed by the next, kept. */
export function PlanSteps({ plan }: { plan: Plan }) {
  const { t } = usePage();
  const isOpen = plan.state !== 'archived';
  return (
    <div className="plan-steps">
      {plan.state === 'draft' ? <Step plan={plan} step="publish" /> : null}
      {isOpen ? (
        <Step plan={plan} step="adopt">
          <DateField name="adoptedOn" label={t('plan.field.adoptedOn')} defaultValue={plan.adoptedOn} required />
          <TextField
            name="resolution"
            label={t('plan.field.resolution')}
            hint={t('plan.step.resolution_hint')}
            defaultValue={plan.resolution}
            required
          />
        </Step>
      ) : null}
      <Step plan={plan} step="next">
        <DateField name="startsOn" label={t('plan.field.startsOn')} defaultValue={plan.endsOn} required />
        <DateField name="endsOn" label={t('plan.field.endsOn')} hint={t('plan.write.ends_hint')} required />
      </Step>
      {isOpen ? <Step plan={plan} step="archive" /> : null}
    </div>
  );
}
