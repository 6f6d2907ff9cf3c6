import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  Notice,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { HandOverReason, referralsRoutes, type Colleague, type ReferralId } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'hand-over' };

/** Colleagues with what each looks after; of one referral where the address names it, and only if it is ours. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'referral:send');
  const api = apiOf(context, referralsRoutes);
  const query = new URL(request.url).searchParams;
  const referralId = query.get('referral');
  const { colleagues } = await api.listColleagues({});
  const one = referralId === null ? null : (await api.getReferral({ referralId: referralId as ReferralId })).referral;
  return { colleagues, one: one === null ? null : { referralId: one.referralId, from: one.navigatorAccountId } };
}

/** Gives what a colleague looks after to another. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const referralId = values.text('referralId') ?? '';
    const given = {
      fromAccountId: values.text('fromAccountId') ?? '',
      toAccountId: values.text('toAccountId') ?? '',
      referralId: referralId as ReferralId,
      reasonCode: HandOverReason.catch('absence').parse(values.text('reasonCode')),
    };
    await apiOf(context, referralsRoutes).handOver(given, { commandId });
    const to = referralId === '' ? '/work/hand-over' : `/work/referrals/${referralId}`;
    return redirect(`/${params['locale']}${to}`);
  });
}

function useChoice() {
  const { t } = usePage();
  return ({ accountId, displayName, isClosed, open }: Colleague) => ({
    value: accountId,
    label: t(isClosed ? 'referrals.hand_over.closed' : 'referrals.hand_over.colleague', {
      name: displayName,
      count: open,
    }),
  });
}

/** Giving open work to a colleague: for an absence, on leaving, or because an account was closed. */
export default function HandOverPage() {
  const { colleagues, one } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const choice = useChoice();
  const giving = colleagues.filter(({ open }) => open > 0);
  const closed = giving.filter(({ isClosed }) => isClosed);
  return (
    <>
      <Breadcrumbs items={[{ path: '/work', label: t('referrals.work.title') }]} />
      <PageTitle title={t('referrals.hand_over.title')} lead={<p>{t('referrals.hand_over.lead')}</p>} />
      {closed.length === 0 ? null : (
        <Notice kind="warning" title={t('referrals.hand_over.nobodys')}>
          <ul>
            {closed.map((colleague) => (
              <li key={colleague.accountId}>{choice(colleague).label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {giving.length === 0 ? (
        <EmptyState title={t('referrals.hand_over.none')} />
      ) : (
        <CommandForm id="hand-over">
          <input type="hidden" name="referralId" value={one?.referralId ?? ''} />
          {one === null ? (
            <SelectField
              name="fromAccountId"
              label={t('referrals.field.fromAccountId')}
              options={giving.map(choice)}
              required
            />
          ) : (
            <input type="hidden" name="fromAccountId" value={one.from} />
          )}
          <SelectField
            name="toAccountId"
            label={t('referrals.field.toAccountId')}
            options={colleagues.filter(({ isClosed }) => !isClosed).map(choice)}
            required
          />
          <SelectField
            name="reasonCode"
            label={t('referrals.field.reasonCode')}
            options={HandOverReason.options.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))}
            required
          />
          <SubmitButton>{t(one === null ? 'referrals.hand_over.all' : 'referrals.hand_over.one')}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
