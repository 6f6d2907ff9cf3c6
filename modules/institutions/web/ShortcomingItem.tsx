import {
  Bdi,
  CommandForm,
  DateText,
  LocalText,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
  type StatusTone,
  FormDetails,
} from '@qantara/ui';
import type { Requirement, Severity, Shortcoming, ShortcomingStanding } from '../contract/index.ts';

const TONES: Record<ShortcomingStanding, StatusTone> = {
  open: 'waiting',
  overdue: 'attention',
  corrected: 'active',
  verified: 'done',
};
const OF_SEVERITY: Record<Severity, StatusTone> = { minor: 'neutral', major: 'waiting', critical: 'attention' };

function Steps({ shortcoming }: { shortcoming: Shortcoming }) {
  const { t } = usePage();
  const { shortcomingId, may } = shortcoming;
  return may.map((step) => {
    const id = `${step}-${shortcomingId}`;
    const label = t(`institutions.shortcoming_step.${step}`);
    return (
      <FormDetails className="step" key={id}>
        <summary>{label}</summary>
        <CommandForm id={id}>
          <input type="hidden" name="shortcomingId" value={shortcomingId} />
          {step === 'correct' ? (
            <TextArea
              name="evidence"
              label={t('institutions.field.evidence')}
              hint={t('institutions.shortcomings.evidence_hint')}
              rows={3}
              maxLength={2000}
              required
            />
          ) : (
            <TextArea
              name="note"
              label={t('institutions.field.note')}
              rows={2}
              maxLength={2000}
              required={step === 'return'}
            />
          )}
          <SubmitButton intent={step} kind={step === 'return' ? 'plain' : 'action'}>
            {label}
          </SubmitButton>
        </CommandForm>
      </FormDetails>
    );
  });
}

/** One thing that falls short: how grave, until when, how it stands, and what this reader may do with it. */
export function ShortcomingItem({
  shortcoming,
  requirements,
}: {
  shortcoming: Shortcoming;
  requirements: Requirement[];
}) {
  const { t } = usePage();
  const requirement = requirements.find(({ requirementCode }) => requirementCode === shortcoming.requirementCode);
  return (
    <article className="shortcoming">
      <h3>
        <LocalText value={requirement?.name} quiet />
      </h3>
      <p>
        <StatusBadge tone={TONES[shortcoming.standing]} label={t(`institutions.shortcoming.${shortcoming.standing}`)} />{' '}
        <StatusBadge
          tone={OF_SEVERITY[shortcoming.severity]}
          label={t(`institutions.severity.${shortcoming.severity}`)}
        />{' '}
        <span className="age">
          {t('institutions.shortcomings.until')} <DateText value={shortcoming.dueOn} />
        </span>
      </p>
      <p className="said">
        <Bdi>{shortcoming.text}</Bdi>
      </p>
      {shortcoming.evidence === null ? null : (
        <p className="said">
          {t('institutions.shortcomings.said')} <Bdi>{shortcoming.evidence}</Bdi>
        </p>
      )}
      <Steps shortcoming={shortcoming} />
    </article>
  );
}
