import { isolate } from '@qantara/kernel';
import { Bdi, LocalText, usePage } from '@qantara/ui';
import type { MyPlan } from '../../contract/index.ts';

/** A person's own plan in plain sentences: who leads, what is to come of each need, when somebody looks again. */
export function MyPlanItem({ plan }: { plan: MyPlan }) {
  const { t, text, formats } = usePage();
  const organisation = isolate(text(plan.organisationName).text);
  return (
    <section className="result">
      <h2>{t('referrals.my_plan.title')}</h2>
      <p>{t('referrals.my_plan.lead', { organisation, date: formats.date(plan.nextReviewOn) })}</p>
      <ul>
        {plan.goals.map((goal) => (
          <li key={goal.goalId}>
            <strong>
              <LocalText value={goal.needName} quiet />
            </strong>
            {' – '}
            <Bdi>{goal.words}</Bdi>
            {' – '}
            {t(`referrals.my_plan.${goal.state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
