import { textIn } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { OnwardKind, referralsRoutes, type ReferralId } from '../../contract/index.ts';

export const handle: PageHandle = { formId: 'pass-on' };

const idOf = (params: Record<string, string | undefined>) => (params['referralId'] ?? '') as ReferralId;

/** The referral, and the other services that answer the same need. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const referralId = idOf(params);
  const api = apiOf(context, referralsRoutes);
  return { open: await api.getReferral({ referralId }), ...(await api.listOnwardServices({ referralId })) };
}

/** Asks that it goes on; whether it may is judged at once afterwards, and told on the page of the referral. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const referralId = idOf(params);
    const given = {
      referralId,
      version: values.text('version') ?? '',
      serviceId: values.text('serviceId') ?? '',
      kind: OnwardKind.catch('split').parse(values.text('kind')),
    };
    await apiOf(context, referralsRoutes).passOn(given, { commandId });
    return redirect(`/${params['locale']}/work/referrals/${referralId}`);
  });
}

/** Passing a request on: to another service in one's place, or a part of it while the rest stays. */
export default function PassOnPage() {
  const { open, services } = useLoaderData<typeof loader>();
  const { t, text, locale } = usePage();
  const { referral, side, needName } = open;
  const kinds = side === 'target' ? OnwardKind.options : (['split'] as const);
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work', label: t('referrals.work.title') },
          {
            path: `/work/referrals/${referral.referralId}`,
            label: t('referrals.open.title', { need: textIn(needName, locale).text }),
          },
        ]}
      />
      <PageTitle title={t('referrals.pass_on.title')} lead={<p>{t('referrals.pass_on.lead')}</p>} />
      {services.length === 0 ? (
        <EmptyState title={t('referrals.pass_on.none')} />
      ) : (
        <CommandForm id="pass-on">
          <input type="hidden" name="version" value={referral.version} />
          <RadioGroup
            name="kind"
            label={t('referrals.field.kind')}
            options={kinds.map((value) => ({ value, label: t(`referrals.onward.${value}`) }))}
            defaultValue={kinds[0] ?? 'split'}
            required
          />
          <RadioGroup
            name="serviceId"
            label={t('referrals.open.service')}
            options={services.map(({ serviceId, serviceName, organisationName }) => ({
              value: serviceId,
              label: text(serviceName).text,
              hint: text(organisationName).text,
            }))}
            required
          />
          <SubmitButton>{t('referrals.pass_on.send')}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
