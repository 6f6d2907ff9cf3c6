import { CommandForm, PageTitle, SubmitButton, usePage, type Choice, type TypedValues } from '@qantara/ui';
import type { ReactNode } from 'react';
import { CarriedFields, ContactFields, NeedsFields, WantsFields } from './AskFields.tsx';
import { ASK_STEPS, type AskStep } from './ask-steps.ts';
import type { AskedNeed } from './asked-needs.ts';
import { DangerNumbers } from './DangerNumbers.tsx';
import { useAskLabels } from './use-ask-labels.ts';

type Step = Exclude<AskStep, 'done'>;
type Asked = { typed: TypedValues; needs: AskedNeed[]; areas: Choice[] };

function Fields({ step, typed, needs, areas }: Asked & { step: Step }) {
  if (step === 'wants') return <WantsFields needs={needs} marked={[typed['needs[]'] ?? []].flat()} />;
  return step === 'contact' ? <ContactFields areas={areas} /> : <NeedsFields needs={needs} />;
}

type Given = Asked & {
  step: Step;
  /** The numbers for danger stand above the first step, where nothing else must be read first. */
  showsDanger: boolean;
  /** Another way than asking, beside the first step. */
  instead?: ReactNode;
};

/** One step of asking for help: one thing a page. */
export function AskStepForm({ step, showsDanger, instead = null, ...asked }: Given) {
  const { t, formats } = usePage();
  const number = formats.number(ASK_STEPS.indexOf(step) + 1);
  return (
    <>
      <PageTitle
        title={t(`screening.ask.${step}_title`)}
        eyebrow={t('screening.ask.step', { step: number, steps: formats.number(ASK_STEPS.length) })}
        lead={<p>{t(`screening.ask.${step}_lead`)}</p>}
      />
      {step === 'needs' && showsDanger ? <DangerNumbers /> : null}
      <CommandForm id="ask" action="?" labels={useAskLabels()}>
        <input type="hidden" name="step" value={step} />
        <CarriedFields typed={asked.typed} step={step} />
        <Fields step={step} {...asked} />
        <div className="actions">
          <SubmitButton intent="next">
            {t(step === 'contact' ? 'screening.ask.send' : 'screening.ask.next')}
          </SubmitButton>
          {step === 'needs' ? (
            instead
          ) : (
            <SubmitButton intent="back" kind="plain" skipsChecks>
              {t('screening.ask.back')}
            </SubmitButton>
          )}
        </div>
      </CommandForm>
    </>
  );
}
