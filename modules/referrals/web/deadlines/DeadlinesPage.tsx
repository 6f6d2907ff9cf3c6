import type { InputOf, LocalizedText } from '@qantara/kernel';
import { directoryRoutes } from '@qantara/directory/contract';
import { needPermission } from '@qantara/identity/web';
import { organisationsRoutes } from '@qantara/organisations/contract';
import { answerForm, apiOf, CommandForm, DataTable, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes, type DeadlineRule } from '../../contract/index.ts';
import { FIELD_RULES } from '../../domain/index.ts';
import { DeadlineForm } from './DeadlineForm.tsx';

/** The region's rules, and what a rule may be particular to. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'deadline:write');
  const { rules } = await apiOf(context, referralsRoutes).listDeadlineRules({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const { items } = await apiOf(context, organisationsRoutes).listOrganisations({ perPage: 100 });
  return { rules, needs, organisations: items.filter((one) => one.receivesReferrals) };
}

/** Writes a rule or takes one back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, referralsRoutes);
    if (values.text('intent') === 'remove')
      await api.removeDeadlineRule({ ruleId: values.text('ruleId') ?? '' }, { commandId });
    else
      await api.saveDeadlineRule(values.toObject() as InputOf<typeof referralsRoutes.saveDeadlineRule>, { commandId });
    return redirect(`/${params['locale']}/work/deadlines`);
  });
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function useRuleWords({ needs, organisations }: Pick<Loaded, 'needs' | 'organisations'>) {
  const { t, text, formats } = usePage();
  const nameOf = (name: LocalizedText | undefined): string | null => (name === undefined ? null : text(name).text);
  const times = (amount: number | null, unit: DeadlineRule['unit']): string =>
    amount === null ? t('referrals.deadlines.never') : t(`referrals.why.${unit}`, { amount });
  const about = (rule: DeadlineRule): string => {
    const marks = [
      rule.priority === null ? null : t(`referrals.priority.${rule.priority}`),
      nameOf(organisations.find((one) => one.organisationId === rule.organisationId)?.name),
      nameOf(needs.find((one) => one.needCode === rule.needCode)?.name),
    ].filter((mark) => mark !== null);
    return marks.length === 0 ? t('referrals.deadlines.everything') : formats.list(marks);
  };
  return { times, about };
}

function Rules({ loaded }: { loaded: Loaded }) {
  const { t } = usePage();
  const { times, about } = useRuleWords(loaded);
  const ofField = FIELD_RULES.map((rule, index) => ({ ...rule, key: `field ${index}` }));
  const rows = [...loaded.rules.map((rule) => ({ ...rule, key: rule.ruleId ?? '' })), ...ofField];
  return (
    <DataTable<(typeof rows)[number]>
      caption={t('referrals.deadlines.rules')}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'stage', heading: t('referrals.field.stage'), cell: (rule) => t(`referrals.stage.${rule.stage}`) },
        { key: 'about', heading: t('referrals.deadlines.about'), cell: about },
        { key: 'due', heading: t('referrals.field.amount'), cell: (rule) => times(rule.amount, rule.unit) },
        {
          key: 'remind',
          heading: t('referrals.field.remindAfter'),
          cell: (rule) => times(rule.remindAfter, rule.unit),
        },
        {
          key: 'escalate',
          heading: t('referrals.field.escalateAfter'),
          cell: (rule) => times(rule.escalateAfter, rule.unit),
        },
        {
          key: 'whose',
          heading: t('referrals.deadlines.whose'),
          cell: ({ ruleId }) =>
            ruleId === null ? (
              t('referrals.deadlines.field')
            ) : (
              <CommandForm id={`remove-${ruleId}`}>
                <input type="hidden" name="ruleId" value={ruleId} />
                <SubmitButton intent="remove" kind="plain">
                  {t('referrals.deadlines.remove')}
                </SubmitButton>
              </CommandForm>
            ),
        },
      ]}
    />
  );
}

/** Within how long an answer, help or another look is expected: by need, by partner, by priority. */
export default function DeadlinesPage() {
  const loaded = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('referrals.deadlines.title')} lead={<p>{t('referrals.deadlines.lead')}</p>} />
      <Rules loaded={loaded} />
      <DeadlineForm needs={loaded.needs} organisations={loaded.organisations} />
    </>
  );
}
