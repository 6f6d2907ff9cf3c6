import { CorrectionField, type CorrectionRequest, type CorrectionStatus } from '@qantara/people/contract';
import {
  Bdi,
  CommandForm,
  DateText,
  SelectField,
  StatusBadge,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  type StatusTone,
} from '@qantara/ui';

const TONES: Record<CorrectionStatus, StatusTone> = { waiting: 'waiting', accepted: 'done', declined: 'stopped' };

function Asked({ corrections }: { corrections: CorrectionRequest[] }) {
  const { t } = usePage();
  if (corrections.length === 0) return null;
  return (
    <ol className="results" aria-label={t('ownfile.asked')}>
      {corrections.map((one) => (
        <li key={one.correctionId} className="result">
          <h3>
            {t(`people.correctionField.${one.field}`)} <Bdi>{one.whatIsRight}</Bdi>
          </h3>
          <p>
            <StatusBadge tone={TONES[one.status]} label={t(`people.correctionStatus.${one.status}`)} />{' '}
            <DateText value={one.decidedAt ?? one.askedAt} />
          </p>
          {one.declineReason === null ? null : (
            <p>
              {t('ownfile.declined_because')} <Bdi>{one.declineReason}</Bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the person says is wrong, what became of it, and the form to say more: it waits for whoever looks after them. */
export function AskedCorrections({ corrections }: { corrections: CorrectionRequest[] }) {
  const { t } = usePage();
  return (
    <section id="corrections" aria-labelledby="wrong">
      <h2 id="wrong">{t('ownfile.correct_title')}</h2>
      <p>{t('ownfile.correct')}</p>
      <Asked corrections={corrections} />
      <CommandForm id="correct">
        <SelectField
          name="field"
          label={t('ownfile.field.field')}
          options={CorrectionField.options.map((value) => ({ value, label: t(`people.correctionField.${value}`) }))}
          required
        />
        <TextField name="whatIsWrong" label={t('ownfile.field.whatIsWrong')} required />
        <TextArea
          name="whatIsRight"
          label={t('ownfile.field.whatIsRight')}
          hint={t('ownfile.right_hint')}
          rows={2}
          maxLength={500}
          required
        />
        <SubmitButton kind="plain" intent="correct">
          {t('ownfile.ask_correction')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}
