import { CommandForm, ConfirmDialog, DateText, Notice, RadioGroup, SubmitButton, usePage } from '@qantara/ui';
import { CohortArm, LeaveReason, type PersonCohort } from '../contract/index.ts';

/** Somebody who fits: they join, or for a study are counted beside. */
export function JoinForm({ standing }: { standing: PersonCohort }) {
  const { t } = usePage();
  const { cohort } = standing;
  return (
    <section>
      <h2>{t('cohorts.join_title')}</h2>
      <p>{t('cohorts.join_text')}</p>
      <CommandForm id="join">
        {cohort.hasComparison ? (
          <RadioGroup
            name="arm"
            label={t('cohorts.field.arm')}
            options={CohortArm.options.map((value) => ({
              value,
              label: t(`cohorts.arm.${value}`),
              hint: t(`cohorts.arm_means.${value}`),
            }))}
            required
          />
        ) : null}
        <SubmitButton intent="join">{t('cohorts.join')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** Somebody who is in it, and the way out. */
export function LeaveCohortForm({ standing }: { standing: PersonCohort }) {
  const { t } = usePage();
  const { membershipId, since, arm } = standing;
  const reasons = LeaveReason.options.filter((one) => one !== 'consent_over');
  return (
    <section>
      <Notice title={t(arm === 'comparison' ? 'cohorts.is_counted' : 'cohorts.is_member')}>
        <p>
          {t('cohorts.since')} {since === null ? null : <DateText value={since} />}
        </p>
      </Notice>
      <ConfirmDialog label={t('cohorts.leave')} title={t('cohorts.leave_title')}>
        <CommandForm id="leave">
          <input type="hidden" name="membershipId" value={membershipId ?? ''} />
          <RadioGroup
            name="reason"
            label={t('cohorts.field.reason')}
            options={reasons.map((value) => ({ value, label: t(`cohorts.left.${value}`) }))}
            required
          />
          <SubmitButton intent="leave" kind="danger">
            {t('cohorts.leave')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </section>
  );
}

/** Somebody who does not fit, or of whom that is not known: by what. */
export function NotFitting({ standing }: { standing: PersonCohort }) {
  const { t, formats } = usePage();
  const missing = formats.list(standing.missing.map((one) => t(`cohorts.attribute.${one}`)));
  const isUnknown = standing.standing === 'unknown';
  return (
    <Notice title={t(`cohorts.standing.${standing.standing}`)}>
      <p>{t(isUnknown ? 'cohorts.unknown_text' : 'cohorts.no_text', { missing })}</p>
    </Notice>
  );
}
