import type { LocalizedText } from '@qantara/kernel';
import {
  Bdi,
  CommandForm,
  LocalText,
  SelectField,
  StatusBadge,
  SubmitButton,
  TextField,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { Link } from 'react-router';
import type { CarePlan } from '../../contract/index.ts';
import { StatusOfReferral } from '../StatusOfReferral.tsx';

type Goal = CarePlan['goals'][number];

function Serving({ referral }: { referral: Goal['referrals'][number] }) {
  const { t, href } = usePage();
  const { referralId, organisationName, status, isOverdue } = referral;
  return (
    <li>
      <Link to={href(`/work/referrals/${referralId}`)}>
        {organisationName === null ? t('referrals.open.nobody_yet') : <LocalText value={organisationName} quiet />}
      </Link>{' '}
      <StatusOfReferral status={status} />
      {isOverdue ? <StatusBadge tone="attention" label={t('referrals.work.overdue')} /> : null}
    </li>
  );
}

function One({ goal }: { goal: Goal }) {
  const { t } = usePage();
  const { goalId, state, referrals } = goal;
  return (
    <section className="asked-once">
      <h3>
        <LocalText value={goal.needName} quiet />
      </h3>
      <p>
        <Bdi>{goal.words}</Bdi>{' '}
        <StatusBadge tone={state === 'reached' ? 'done' : 'active'} label={t(`referrals.goal.${state}`)} />
      </p>
      {referrals.length === 0 ? (
        <p>{t('referrals.plan.no_referral')}</p>
      ) : (
        <ul>
          {referrals.map((referral) => (
            <Serving key={referral.referralId} referral={referral} />
          ))}
        </ul>
      )}
      {state === 'active' ? (
        <CommandForm id={`goal-${goalId}`}>
          <input type="hidden" name="goalId" value={goalId} />
          <div className="actions">
            <SubmitButton intent="reached" kind="plain">
              {t('referrals.plan.reached')}
            </SubmitButton>
            <SubmitButton intent="given_up" kind="plain">
              {t('referrals.plan.given_up')}
            </SubmitButton>
          </div>
        </CommandForm>
      ) : null}
    </section>
  );
}

/** What is to come of each need, with the referrals that serve it. */
export function Goals({ goals }: { goals: Goal[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('referrals.plan.goals')}</h2>
      {goals.length === 0 ? <p>{t('referrals.plan.no_goals')}</p> : null}
      {goals.map((goal) => (
        <One key={goal.goalId} goal={goal} />
      ))}
    </section>
  );
}

/** One more goal, in words that the person reads too. */
export function AddGoal({ needs }: { needs: { needCode: string; name: LocalizedText }[] }) {
  const { t, text } = usePage();
  return (
    <FormDetails className="step">
      <summary>{t('referrals.plan.add_goal')}</summary>
      <CommandForm id="goal">
        <SelectField
          name="needCode"
          label={t('referrals.field.needCode')}
          options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
          required
        />
        <TextField
          name="words"
          label={t('referrals.field.words')}
          hint={t('referrals.plan.words_hint')}
          maxLength={300}
          required
        />
        <SubmitButton intent="goal">{t('referrals.plan.add_goal')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
